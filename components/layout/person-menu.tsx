'use client';
import { Languages, LogOut, SunMoon, User } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Menu } from '@/components/ui/menu';
import { LANGUAGE_NAMES, LOCALES, type Locale } from '@/lib/i18n/locale';
import type { FrameWords } from './frame-words';

export type PersonActions = {
  /** Stores the person's language and the cookie. Receives a form with `locale`. */
  chooseLanguage: (form: FormData) => Promise<unknown>;
  signOut: () => Promise<unknown>;
};

const THEMES = ['system', 'light', 'dark'] as const;
const YEAR = 365 * 24 * 60 * 60;

/** The person: profile, language, theme, signing out. */
export function PersonMenu({
  locale,
  theme,
  person,
  words,
  actions,
}: {
  locale: Locale;
  theme: (typeof THEMES)[number];
  person: { name: string; email: string; profileHref: string };
  words: FrameWords;
  actions: PersonActions;
}) {
  const router = useRouter();
  const setLanguage = async (next: Locale) => {
    const form = new FormData();
    form.set('locale', next);
    await actions.chooseLanguage(form);
    // The language is on <html>: only a new document can change it everywhere at once.
    window.location.reload();
  };
  const setTheme = (next: (typeof THEMES)[number]) => {
    document.documentElement.dataset.theme = next;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `portico-theme=${next}; path=/; max-age=${YEAR}; samesite=lax`;
    router.refresh();
  };
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="rounded-full"
          aria-label={`${words.account}: ${person.name}`}
          title={person.name}
        >
          <Avatar name={person.name} />
        </button>
      }
      items={[
        { label: person.name, note: person.email, href: person.profileHref, icon: <User /> },
        'line',
        { heading: words.language },
        ...LOCALES.map((one) => ({
          label: LANGUAGE_NAMES[one],
          lang: one,
          icon: <Languages />,
          checked: one === locale,
          onSelect: () => void setLanguage(one),
        })),
        'line',
        { heading: words.theme },
        ...THEMES.map((one) => ({
          label: words.themes[one],
          icon: <SunMoon />,
          checked: one === theme,
          onSelect: () => setTheme(one),
        })),
        'line',
        {
          label: words.signOut,
          icon: <LogOut className="mirror" />,
          // In a transition, so that the action's own redirect reaches the router.
          onSelect: () =>
            startTransition(async () => {
              await actions.signOut();
              window.location.assign('/sign-in');
            }),
        },
      ]}
    />
  );
}
