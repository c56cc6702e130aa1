import { formatter } from '@/lib/i18n/format';
import { languageTag } from '@/lib/i18n/locale';
import { type T, translator } from '@/lib/i18n/translate';
import { exponent } from '@/lib/money/currencies';
import { groupDecimalText, isolateDigits } from '@/lib/money/format-money';
import { isolate } from '@/lib/pdf/bidi';
import type { Run } from '@/lib/pdf/kit';
import { displayIban } from '@/lib/places/iban';
import { displayPhone } from '@/lib/places/phone';
import { displayTaxId, taxIdName } from '@/lib/places/tax-id';
import type { CalendarDate } from '@/lib/time/calendar-date';
import type { DecimalText, MinorText, PaperBankFact, PaperFrame, TaxCategory } from './paper';
import { taxSystem } from './tax-system';

/** Writes the words and figures of one paper: in its language, its currency and its country's tax. */
export function paperFigures(paper: Pick<PaperFrame, 'locale' | 'currency' | 'seller'>) {
  const { locale, currency, seller } = paper;
  const t: T = translator(locale);
  // Calendar dates have no zone; the zone is only asked for because instants do.
  const f = formatter({ locale, timeZone: 'UTC', country: seller.country });
  const system = taxSystem(seller.country);
  const tax = t(`pdf.tax.${system}`);

  return {
    t,
    system,
    tax,
    /** Text from outside as it may stand inside one of our sentences. */
    embed: (text: string): string => isolate(text, locale),
    /** A tax id as people there call and write it, or null: 'VAT no.' and 'GB 284 7719 06'. */
    taxId({ taxId, taxIdLabel, country }: TaxPayer): { label: string; value: string } | null {
      if (!taxId) return null;
      const label = taxIdLabel ?? taxIdName(country ?? '', locale);
      return { label, value: displayTaxId(country ?? '', taxId) };
    },
    /** A phone number as it is dialled from anywhere: a paper travels. */
    phone: (phone: string): string => displayPhone(phone, ''),
    /** A line of the bank details, an IBAN in groups of four. */
    bankValue: ({ field, value }: PaperBankFact): string =>
      field === 'iban' ? displayIban(value) : value,
    /** With the currency, its sign smaller where it is a word: '£4,082.36', '3,048.070 د.أ'. */
    money(minor: MinorText, signSize: number): Run[] {
      const { minus, symbol, digits, gap, symbolAfter } = f.moneyParts(minor, currency);
      if (!symbolAfter) return [{ text: isolateDigits(minus + symbol + gap + digits, locale) }];
      return [
        { text: isolateDigits(minus + digits, locale) },
        { text: gap + symbol, size: signSize, weight: 400 },
      ];
    },
    /** The same as one text, for the middle of a sentence. */
    moneyText: (minor: MinorText): string => f.money(minor, currency),
    /** Without the currency: '4,082.36'. */
    amount: (minor: MinorText): string => f.moneyPlain(minor, currency),
    /** What is taken off, always with a minus. */
    takenOff: (minor: MinorText): string => f.moneyPlain(-BigInt(minor), currency),
    /** At least the currency's decimals, more where the price has more. */
    unitPrice: (price: DecimalText): string =>
      isolateDigits(groupDecimalText(withDecimals(price, exponent(currency))), locale),
    quantity: (quantity: DecimalText): string =>
      isolateDigits(groupDecimalText(withDecimals(quantity, 0)), locale),
    percent: (rate: DecimalText): string => f.percent(rate),
    /** The rate in a line's narrow column: '20%', 'Exempt', '–'. */
    rateCell(rate: DecimalText, category: TaxCategory): string {
      if (category === 'EXEMPT' || category === 'OUTSIDE_SCOPE') return t(`pdf.cell.${category}`);
      return f.percent(rate);
    },
    /** The rate in the summary, where there is room for the reason. */
    rateName(rate: DecimalText, category: TaxCategory): string {
      if (category === 'STANDARD' || category === 'ZERO') return f.percent(rate);
      return t(`pdf.category.${category}`);
    },
    date: (date: CalendarDate): string => f.date(date, 'long'),
    /** For a narrow column: '3 Apr 2026'. */
    shortDate: (date: CalendarDate): string => f.date(date, 'medium'),
    dateRange: (from: CalendarDate, to: CalendarDate): string => f.dateRange(from, to),
    currencyName(): string {
      const options = { style: 'currency', currency, currencyDisplay: 'name' } as const;
      const parts = new Intl.NumberFormat(languageTag(locale), options).formatToParts(100);
      return parts.find((part) => part.type === 'currency')?.value ?? currency;
    },
  };
}

type TaxPayer = Pick<PaperFrame['seller'], 'taxId' | 'taxIdLabel' | 'country'>;

export type PaperFigures = ReturnType<typeof paperFigures>;

/** '4.200000' with at least 2 decimals is '4.20'; nothing but zeros is ever dropped. */
function withDecimals(decimal: DecimalText, least: number): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const kept = fraction.replace(/0+$/, '').padEnd(least, '0');
  return kept === '' ? whole : `${whole}.${kept}`;
}
