'use client';
import { Languages, LogOut, SunMoon, User } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { Menu } from '@/components/ui/menu';
import { useDeed } from '@/components/ui/use-deed';
import type { ActionResult } from '@/lib/actions/result';
import type { Theme as StoredTheme } from '@/lib/db/generated/enums';
import { LANGUAGE_NAMES, LOCALES, type Locale } from '@/lib/i18n/locale';
import type { FrameWords } from './frame-words';

export type PersonActions = {
  /** Each is stored with the person and in this browser. */
  chooseLanguage: (choice: { locale: Locale }) => Promise<ActionResult>;
  chooseTheme: (choice: { theme: StoredTheme }) => Promise<ActionResult>;
  signOut: () => Promise<ActionResult>;
};

const THEMES = { system: 'SYSTEM', light: 'LIGHT', dark: 'DARK' } as const;

type Theme = keyof typeof THEMES;

/** The person: profile, language, theme, signing out. */
export function PersonMenu({
  locale,
  theme,
  person,
  words,
  actions,
}: {
  locale: Locale;
  theme: Theme;
  person: { name: string; email: string; profileHref: string };
  words: FrameWords;
  actions: PersonActions;
}) {
  const { perform } = useDeed(words.failed);
  const setLanguage = (locale: Locale) =>
    // The language is on <html>: only a new document can change it everywhere at once.
    perform(
      () => actions.chooseLanguage({ locale }),
      () => window.location.reload(),
    );
  const setTheme = (next: Theme) => {
    document.documentElement.dataset.theme = next;
    perform(() => actions.chooseTheme({ theme: THEMES[next] }));
  };
  const leave = async (): Promise<ActionResult> => {
    const result = await actions.signOut();
    // Whoever is out already goes the same way.
    return !result.ok && result.signedOut ? { ok: true, data: null } : result;
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
          onSelect: () => setLanguage(one),
        })),
        'line',
        { heading: words.theme },
        ...(['system', 'light', 'dark'] as const).map((one) => ({
          label: words.themes[one],
          icon: <SunMoon />,
          checked: one === theme,
          onSelect: () => setTheme(one),
        })),
        'line',
        {
          label: words.signOut,
          icon: <LogOut className="mirror" />,
          onSelect: () => perform(leave, () => window.location.assign('/sign-in')),
        },
      ]}
    />
  );
}
