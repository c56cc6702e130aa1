import type { MoneyParts } from '@/lib/money/format-money';
import { cx } from './class-names';

/** An amount that keeps its order in any sentence; a currency that is a word stands smaller, after the digits. */
export function Amount({ parts, className }: { parts: MoneyParts; className?: string }) {
  const { minus, symbol, digits, symbolAfter, gap } = parts;
  return (
    <bdi dir="ltr" className={cx('fig', 'amt', className)}>
      {minus}
      {!symbolAfter && `${symbol}${gap}`}
      {digits}
      {symbolAfter && symbol && (
        <>
          {'\u00a0'}
          <span className="cur">{symbol}</span>
        </>
      )}
    </bdi>
  );
}

/** A number, code, time, phone or address that always runs from left to right. */
export function Ltr({ children, className }: { children: React.ReactNode; className?: string }) {
  return (
    <bdi dir="ltr" className={className}>
      {children}
    </bdi>
  );
}

/** A mail address, which may break in front of its @ and nowhere else unless it must. */
export function MailAddress({ children }: { children: string }) {
  const at = children.lastIndexOf('@');
  return (
    <bdi dir="ltr">
      {children.slice(0, at)}
      <wbr />
      {children.slice(at)}
    </bdi>
  );
}
