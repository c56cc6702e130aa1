import type { ReactNode } from 'react';
import { LanguageLinks } from '@/components/layout/language-links';
import type { ActionResult } from '@/lib/actions/result';
import type { Locale } from '@/lib/i18n/locale';
import type { T } from '@/lib/i18n/translate';
import { displayPhone } from '@/lib/places/phone';
import { EmailForm } from './action-form';
import { type LinkBusiness, LinkFrame, PhoneLink } from './link-frame';

type Business = LinkBusiness & { phone: string; country: string };

/** A card that asks for an address and mails a link to it; tells nothing of any client. */
export function AskForLink({
  business,
  locale,
  t,
  action,
  documentId,
  language,
  icon,
  title,
  body,
}: {
  business: Business;
  locale: Locale;
  t: T;
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  /** The document to land on, or ''. */
  documentId: string;
  /** Takes the choice of a language, and where to come back to. */
  language: { action: (form: FormData) => Promise<void>; next: string };
  icon: ReactNode;
  title: string;
  body: string;
}) {
  return (
    <LinkFrame
      business={business}
      locale={locale}
      card={
        <>
          <CardIcon>{icon}</CardIcon>
          <h1 className="mt-4 text-xl leading-snug font-semibold text-balance">{title}</h1>
          <p className="mt-2 text-pretty text-ink-soft">{body}</p>
          <EmailForm
            action={action}
            words={{ label: t('portal.signIn.email'), button: t('portal.signIn.send') }}
            fields={{ business: business.slug, document: documentId }}
          />
          <p className="mt-4 text-base text-pretty text-ink-soft">{t('portal.dead.works')}</p>
        </>
      }
      foot={<BusinessFoot business={business} />}
    >
      <LanguageLinks
        locale={locale}
        action={language.action}
        next={language.next}
        className="mt-2 flex flex-wrap gap-x-4"
        itemClass="min-h-11 text-base text-ink-soft hover:text-ink aria-[current]:font-medium aria-[current]:text-ink"
      />
    </LinkFrame>
  );
}

/** The round mark above a card's title. */
export function CardIcon({ children }: { children: ReactNode }) {
  return (
    <span className="flex size-11 items-center justify-center rounded-full bg-sunken text-ink-soft">
      {children}
    </span>
  );
}

/** The business and its phone, as the last line of a page without a session. */
export function BusinessFoot({ business }: { business: Business }) {
  return (
    <>
      {business.name}
      {business.phone && (
        <>
          {' · '}
          <PhoneLink phone={business.phone} shown={displayPhone(business.phone, '')} />
        </>
      )}
    </>
  );
}
