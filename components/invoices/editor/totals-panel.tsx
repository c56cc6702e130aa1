'use client';
import { ChevronDown } from 'lucide-react';
import { taxLabel } from '@/lib/documents/tax-label';
import { explainTotals } from '@/lib/documents/totals-explain';
import { formatMoney, groupDecimalText } from '@/lib/money/format-money';
import type { EditorDraft } from './editor-state';
import type { LiveTotals } from './editor-totals';
import { type EditorWords, fill } from './editor-words';
import { FigureCell } from './paper-cells';

/** The sums that follow each key, and beside them how they came about. */
export function TotalsPanel({
  draft,
  live,
  words,
  discountShown,
  discountError,
  onDiscount,
}: {
  draft: EditorDraft;
  live: LiveTotals;
  words: EditorWords;
  discountShown: boolean;
  discountError?: string;
  onDiscount: (text: string) => void;
}) {
  const w = words.totals;
  const { totals } = live;
  const money = (minor: bigint) => formatMoney(minor, draft.currency, words.locale);
  const groupName = (group: (typeof totals.taxGroups)[number]) =>
    group.category === 'STANDARD' || group.category === 'ZERO'
      ? taxLabel(group.name, `${group.rate}%`)
      : w.categories[group.category];
  return (
    <div className="sum">
      <HowComputed live={live} words={words} groupName={groupName} />
      <dl className="totals">
        {(discountShown || draft.pricesIncludeTax) && (
          <>
            <dt>{w.subtotal}</dt>
            <dd className="num">{money(totals.subtotal)}</dd>
          </>
        )}
        {discountShown && (
          <>
            <dt className="flex items-baseline gap-2">
              {w.discount}
              <span className="w-20 ps-2 text-ink">
                <FigureCell
                  id="document-discount"
                  label={words.lines.discountHelp}
                  placeholder="–"
                  value={draft.discount}
                  error={discountError}
                  onValue={onDiscount}
                />
              </span>
            </dt>
            <dd className="num">{money(-totals.discountTotal)}</dd>
            {discountError && (
              <dd className="paper-error col-span-2" role="alert">
                {discountError}
              </dd>
            )}
          </>
        )}
        <dt>{w.net}</dt>
        <dd className="num">{money(totals.netTotal)}</dd>
        {totals.taxGroups.map((group) => (
          <div className="contents" key={`${group.category} ${group.rate}`}>
            <dt>
              {draft.pricesIncludeTax && group.category === 'STANDARD'
                ? fill(w.included, { tax: groupName(group) })
                : groupName(group)}
            </dt>
            <dd className="num">{money(group.tax)}</dd>
          </div>
        ))}
        <dt className="grand">{w.total}</dt>
        <dd className="num grand" aria-live="polite">
          {money(totals.total)}
        </dd>
      </dl>
    </div>
  );
}

function HowComputed({
  live,
  words,
  groupName,
}: {
  live: LiveTotals;
  words: EditorWords;
  groupName: (group: LiveTotals['totals']['taxGroups'][number]) => string;
}) {
  const w = words.totals;
  const { totals } = live;
  const story = explainTotals(live.input, totals);
  const plain = (minor: bigint) =>
    formatMoney(minor, totals.currency, words.locale, { symbol: false });
  const figure = groupDecimalText;
  return (
    <details className="computed">
      <summary>
        <ChevronDown className="icon icon-sm" aria-hidden="true" />
        {w.how}
      </summary>
      <table>
        <thead>
          <tr>
            <th>{w.rate}</th>
            <th className="num">{w.base}</th>
            <th className="num">{w.exact}</th>
            <th className="num">{w.rounded}</th>
          </tr>
        </thead>
        <tbody>
          {story.groups.map((group) => (
            <tr key={`${group.category} ${group.rate}`}>
              <td>{groupName(group)}</td>
              <td className="num">{plain(group.base)}</td>
              <td className="num">
                {figure(group.exactTax)}
                {!group.exactTaxEnds && '…'}
              </td>
              <td className="num">{plain(group.tax)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {story.lines.map((line) => {
        const values = {
          n: line.number,
          sum: `\u2066${figure(line.quantity)} × ${figure(line.unitPrice)} = ${figure(line.exactGross)}\u2069`,
          amount: plain(line.amount),
        };
        const { discount } = line;
        const off = discount?.kind === 'percent' ? `${discount.value}%` : (discount?.value ?? '');
        return (
          <p className="meta" key={line.id}>
            {discount ? fill(w.lineDiscount, { ...values, discount: off }) : fill(w.line, values)}
          </p>
        );
      })}
      {story.shares.length > 0 && (
        <p className="meta">
          {fill(w.share, {
            parts: story.shares
              .map(({ number, share }) => fill(w.sharePart, { n: number, amount: plain(share) }))
              .join(' · '),
          })}
        </p>
      )}
      <p className="meta">{story.pricesIncludeTax ? w.ruleIncluded : w.rule}</p>
    </details>
  );
}
