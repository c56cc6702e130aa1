import type { Account } from '@/lib/portal/accounts';
import { AGES, type Age } from '@/lib/portal/ageing';
import { Money } from './money';
import type { Reader } from './reader';

const FILL: Record<Age, string> = {
  notDue: 'bg-due',
  days30: 'late1',
  days60: 'late2',
  older: 'late3',
};

/** When what is to pay falls due: a bar and its four figures, which add up to the amount beside it. */
export function Ages({
  account,
  href,
  reader,
}: {
  account: Account;
  href: string;
  reader: Reader;
}) {
  const { t, f } = reader;
  const { ages, currency, toPay } = account;
  return (
    <div className="border-t border-line p-5 sm:p-8 lg:border-s lg:border-t-0">
      <h2 className="text-ink-soft">{t('portal.ages.title')}</h2>
      {toPay > 0n && (
        <div className="mt-4 flex h-3.5 gap-0.5 overflow-hidden rounded-full" role="presentation">
          {AGES.filter((age) => ages[age] > 0n).map((age) => (
            <span
              key={age}
              className={`min-w-2 ${FILL[age]}`}
              style={{ flexGrow: Number((ages[age] * 1000n) / toPay) + 1 }}
            />
          ))}
        </div>
      )}
      <ul className="mt-4 grid grid-cols-[minmax(0,1fr)_auto]">
        {AGES.map((age, index) => (
          <li
            key={age}
            className={`col-span-2 grid grid-cols-subgrid ${index > 0 ? 'border-t border-line' : ''}`}
          >
            <Row href={ages[age] > 0n ? href : null}>
              <span className="flex items-center gap-3 pe-3">
                <span
                  className={`size-3 shrink-0 rounded-[3px] ${ages[age] > 0n ? FILL[age] : 'border border-line-strong'}`}
                />
                {t(`portal.ages.${age}`)}
              </span>
              <span className={`num ${ages[age] > 0n ? 'font-medium' : ''}`}>
                <Money f={f} minor={ages[age]} currency={currency} />
              </span>
            </Row>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Row({ href, children }: { href: string | null; children: React.ReactNode }) {
  const shape = 'col-span-2 grid min-h-12 grid-cols-subgrid items-center py-1.5 leading-snug';
  if (!href) return <span className={`${shape} text-ink-soft`}>{children}</span>;
  return (
    <a href={href} className={`${shape} hover:underline`}>
      {children}
    </a>
  );
}
