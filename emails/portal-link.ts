import { brandTokens } from '@/lib/businesses/brand';
import type { Business } from '@/lib/db/generated/client';
import type { Formatter } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import type { T } from '@/lib/i18n/translate';
import { type BusinessMail, LINK_MARK } from './business-mail';
import { mailSender } from './sender';

/**
 * The link that somebody asked for at the portal's door. Whoever asked is not known yet: nothing they typed stands in
 * it, and no amount.
 */
export function portalLinkMail(
  reader: { locale: Locale; t: T; f: Formatter },
  business: Business,
  link: { name: string; until: Date; country: string },
): BusinessMail {
  const { locale, t, f } = reader;
  const time = f.instant(link.until);
  return {
    locale,
    subject: t('emails.portalLink.subject', { business: business.name }),
    preview: t('emails.portalLink.preview', { time }),
    sender: mailSender(business, { locale, t, country: link.country }),
    brand: brandTokens(business.brandColor),
    hasLogo: business.logoHash !== null,
    opening: [
      t('emails.portalLink.greeting', { name: link.name }),
      t('emails.portalLink.body', { business: business.name }),
    ],
    figure: null,
    button: { label: t('emails.portalLink.button'), outlined: false },
    facts: [],
    closing: [],
    note: [
      t('emails.portalLink.until', { time }),
      t('emails.portalLink.notYou'),
      t('emails.note.open', { link: LINK_MARK }),
    ],
  };
}
