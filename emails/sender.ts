import type { Business } from '@/lib/db/generated/client';
import type { Locale } from '@/lib/i18n/locale';
import type { T } from '@/lib/i18n/translate';
import { isolateDigits } from '@/lib/money/format-money';
import { addressLines } from '@/lib/places/address';
import { displayPhone } from '@/lib/places/phone';
import { displayTaxId, taxIdName } from '@/lib/places/tax-id';

/** Who a mail is from: the name above the sheet and the small print below it. */
export type MailSender = { name: string; lines: string[] };

/** The business as its clients may hold it to: legal name, address, phone, mail, tax id, and what never comes by mail. */
export function mailSender(
  business: Business,
  reader: { locale: Locale; country: string; t: T },
): MailSender {
  const { locale, country, t } = reader;
  const comma = { en: ', ', ar: '، ', zh: ' ' }[locale];
  const address = addressLines(business, { from: country, locale }).join(comma);
  const name = business.legalName || business.name;
  const digits = (text: string) => isolateDigits(text.replaceAll(' ', '\u00a0'), locale);
  const phone = business.phone && digits(displayPhone(business.phone, country));
  const taxId =
    business.taxId &&
    `${taxIdName(business.country, locale)} ${digits(displayTaxId(business.country, business.taxId))}`;
  return {
    name: business.name,
    lines: [
      [name, address].filter(Boolean).join(comma),
      [phone, business.email, taxId].filter(Boolean).join(' · '),
      business.phone ? t('emails.footer.bankDetails') : t('emails.footer.bankDetailsWrite'),
    ].filter(Boolean),
  };
}
