import { brandTokens } from '@/lib/businesses/brand';
import type { Business } from '@/lib/db/generated/client';
import type { Formatter } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import type { T } from '@/lib/i18n/translate';
import { type BusinessMail, LINK_MARK } from './business-mail';
import { mailSender } from './sender';

/** Tells a client that a link of theirs was opened on a device we had not seen. Its button ends that sign-in. */
export function newDeviceMail(
  reader: { locale: Locale; t: T; f: Formatter },
  business: Business,
  session: { name: string; device: string; at: Date; address: string; country: string },
): BusinessMail {
  const { locale, t, f } = reader;
  const { device, at } = session;
  return {
    locale,
    subject: t('emails.newDevice.subject', { business: business.name }),
    preview: t('emails.newDevice.preview', { device, time: f.instant(at) }),
    sender: mailSender(business, { locale, t, country: session.country }),
    brand: brandTokens(business.brandColor),
    hasLogo: business.logoHash !== null,
    opening: [
      t('emails.portalLink.greeting', { name: session.name }),
      t('emails.newDevice.body', { business: business.name }),
    ],
    figure: null,
    // Most often it was they themselves, and there is nothing to do.
    button: { label: t('emails.newDevice.button'), outlined: true },
    facts: [
      { label: t('emails.newDevice.device'), value: device },
      { label: t('emails.newDevice.time'), value: f.instant(at) },
      { label: t('emails.newDevice.address'), value: session.address, ltr: true },
    ],
    closing: [],
    note: [t('emails.newDevice.effect'), t('emails.note.open', { link: LINK_MARK })],
  };
}
