import type { DocumentSnapshot } from '@/lib/documents/snapshot';
import type { Reader } from './reader';

/** How the figures of an invoice came about: each rate's tax, worked out once on the sum of its lines. */
export function Computed({ paper, reader }: { paper: DocumentSnapshot; reader: Reader }) {
  const { t, f } = reader;
  const { currency, taxGroups, pricesIncludeTax } = paper;
  const amount = (minor: string) => f.moneyPlain(minor, currency);
  return (
    <>
      <p>{t(pricesIncludeTax ? 'portal.computed.rulesGross' : 'portal.computed.rules')}</p>
      <ul className="mt-1">
        {taxGroups.map((group) => (
          <li key={`${group.category} ${group.rate}`}>
            {t(pricesIncludeTax ? 'portal.computed.groupGross' : 'portal.computed.group', {
              rate: f.percent(group.rate),
              base: amount(pricesIncludeTax ? group.gross : group.base),
              tax: amount(group.tax),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
