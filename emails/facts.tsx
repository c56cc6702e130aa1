import type { Locale } from '@/lib/i18n/locale';
import { INK, LINE, MailRow, SOFT, textStyle } from './layout';
import { sides } from './render';

/** One row: what it is and what it says. `ltr` keeps a number or code in its own order; `strong` is the sum. */
export type MailFact = { label: string; value: string; ltr?: boolean; strong?: boolean };

/** A table of facts, label at the start and value at the end, parted by hairlines. */
export function Facts({ locale, facts }: { locale: Locale; facts: readonly MailFact[] }) {
  const { dir, start, end } = sides(locale);
  const whole = { width: '100%', cellPadding: 0, cellSpacing: 0, border: 0 };
  return (
    <MailRow locale={locale} top={26}>
      <table role="presentation" {...whole} dir={dir}>
        <tbody>
          {facts.map(({ label, value, ltr, strong }) => {
            const line = { borderTop: `1px solid ${strong ? INK : LINE}`, verticalAlign: 'top' };
            const weight = strong ? 600 : 400;
            return (
              <tr key={label}>
                <td
                  align={start}
                  style={{
                    padding: '9px 0',
                    ...line,
                    ...textStyle(locale, 15, strong ? INK : SOFT),
                    fontWeight: weight,
                  }}
                >
                  {label}
                </td>
                <td
                  align={end}
                  style={{
                    padding: dir === 'rtl' ? '9px 16px 9px 0' : '9px 0 9px 16px',
                    ...line,
                    ...textStyle(locale, 15),
                    fontWeight: weight,
                  }}
                >
                  {ltr ? <bdi dir="ltr">{value}</bdi> : value}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </MailRow>
  );
}
