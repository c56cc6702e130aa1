import type { CSSProperties } from 'react';
import type { Formatter } from '@/lib/i18n/format';
import type { MinorUnits } from '@/lib/money/format-money';

/** An amount that keeps its order in any sentence; a sign that is a word follows the digits, smaller. `plain` leaves it out. */
export function Money({
  f,
  minor,
  currency,
  plain,
}: {
  f: Formatter;
  minor: MinorUnits;
  currency: string;
  plain?: boolean;
}) {
  const { minus, symbol, gap, digits, symbolAfter } = f.moneyParts(minor, currency);
  if (plain || !symbolAfter) {
    return (
      <bdi dir="ltr" className="amt">
        {minus}
        {!plain && symbol + gap}
        {digits}
      </bdi>
    );
  }
  return (
    <span className="amt">
      <bdi dir="ltr">
        {minus}
        {digits}
      </bdi>
      <span className="cur ms-0 text-inherit">{`\u00a0${symbol}`}</span>
    </span>
  );
}

/** The one large amount of a page: as large as the text around it, but never wider than its place. */
export function LeadMoney(props: { f: Formatter; minor: MinorUnits; currency: string }) {
  const { length } = props.f.money(props.minor, props.currency);
  return (
    <span className="lead-money" style={{ '--length': length } as CSSProperties}>
      <Money {...props} />
    </span>
  );
}

/** A number, code, phone or address that always runs from left to right. */
export function Code({ children }: { children: string }) {
  return <bdi dir="ltr">{children}</bdi>;
}
