import { describe, expect, it } from 'vitest';
import { renderBusinessMail } from '@/emails/business-mail';
import { newDeviceMail } from '@/emails/new-device';
import type { Business } from '@/lib/db/generated/client';
import { formatter } from '@/lib/i18n/format';
import { LOCALES } from '@/lib/i18n/locale';
import { translator } from '@/lib/i18n/translate';

const business = {
  name: 'Tidewater <b>Signs</b>',
  legalName: '',
  country: 'GB',
  street: '14 Quay Street',
  street2: '',
  city: 'Bristol',
  region: '',
  postcode: 'BS1 4DB',
  phone: '+441179460123',
  email: 'accounts@tidewater.example',
  taxId: 'GB123456789',
  brandColor: '#0b5d57',
  logoHash: null,
} as Business;

function mailIn(locale: (typeof LOCALES)[number]) {
  const reader = { locale, t: translator(locale), f: formatter({ locale, timeZone: 'UTC' }) };
  return newDeviceMail(reader, business, {
    name: '<i>Ellie</i>',
    device: 'Firefox',
    at: new Date('2026-11-22T10:03:00Z'),
    address: '203.0.113.9',
    country: 'GB',
  });
}

describe.each(LOCALES)('A mail of a business in %s', (locale) => {
  it('loads nothing from anywhere, runs nothing, and shows names as text', async () => {
    const { html } = await renderBusinessMail(mailIn(locale));
    expect(html).not.toMatch(/<script|<link|@import|url\(|src="http|<i>|<b>Signs/);
    expect(html).toContain('&lt;b&gt;Signs');
  });

  it('runs in the direction of its language, to the last table', async () => {
    const { html } = await renderBusinessMail(mailIn(locale));
    const dir = locale === 'ar' ? 'rtl' : 'ltr';
    const tables = html.match(/<(html|table)\b[^>]*>/g) ?? [];
    expect(tables.length).toBeGreaterThan(2);
    expect(tables.filter((table) => !table.includes(`dir="${dir}"`))).toEqual([]);
  });

  it('keeps a document’s number in one piece', async () => {
    const mail = { ...mailIn(locale), opening: ['INV-2026-0042 / A4 / e-mail'] };
    const { html, text } = await renderBusinessMail(mail);
    expect(html).toContain('white-space:nowrap">INV-2026-0042</span> / A4 / e-mail');
    expect(text).toContain('INV-2026-0042 / A4 / e-mail');
  });
});
