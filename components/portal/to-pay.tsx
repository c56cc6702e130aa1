import { Clock, ClockAlert, Hourglass, PiggyBank } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ActionResult } from '@/lib/actions/result';
import type { Account } from '@/lib/portal/accounts';
import { todayIn } from '@/lib/time/calendar-date';
import { ActionForm } from './action-form';
import { LeadMoney } from './money';
import type { Reader } from './reader';

type PayAction = (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;

/** The one amount of the first page, what of it is late, and the button that pays it. `pay` is null where no card is taken. */
export function ToPay({
  account,
  pay,
  reader,
  elsewhere,
}: {
  account: Account;
  pay: PayAction | null;
  reader: Reader;
  /** What stands instead of the button where no card is taken. */
  elsewhere: ReactNode;
}) {
  const { t, f } = reader;
  const { currency, toPay, held, overdue, underWay, underWaySince, credit } = account;
  const money = (minor: bigint) => f.money(minor, currency);
  return (
    <div className="p-5 sm:p-8">
      <h2 id="to-pay" className="text-ink-soft">
        {t('portal.toPay.title')}
      </h2>
      <p className="mt-1 text-4xl leading-[1.1] font-semibold ltr:tracking-tight">
        <LeadMoney f={f} minor={toPay} currency={currency} />
      </p>
      {toPay === 0n && <p className="mt-3 text-ink-soft">{t('portal.toPay.nothing')}</p>}
      {overdue > 0n && (
        <p className="mt-3 flex items-start gap-2 font-medium text-overdue">
          <ClockAlert className="mt-[.2em] size-5 shrink-0" aria-hidden="true" />
          <span>
            {overdue === toPay
              ? t('portal.toPay.allOverdue')
              : t('portal.toPay.overdue', { amount: money(overdue) })}
          </span>
        </p>
      )}
      {toPay > held && pay && (
        <ActionForm
          action={pay}
          signedOut={t('portal.errors.signedOut')}
          className="mt-6 flex flex-col gap-2 sm:flex-row sm:flex-wrap sm:items-center sm:gap-x-6"
        >
          <input type="hidden" name="currency" value={currency} />
          <button type="submit" className="btn btn-main btn-pay" name="what" value="all">
            {t('portal.toPay.payNow', { amount: money(toPay - held) })}
          </button>
          {held === 0n && overdue > 0n && overdue < toPay && (
            <button type="submit" className="link min-h-12" name="what" value="overdue">
              {t('portal.toPay.payOverdue', { amount: money(overdue) })}
            </button>
          )}
        </ActionForm>
      )}
      {toPay > 0n && !pay && elsewhere}
      {underWay > 0n && (
        <Aside icon={<Hourglass className="mt-[.2em] size-4 shrink-0" aria-hidden="true" />}>
          {t('portal.toPay.underWay', {
            amount: money(underWay),
            date: f.date(
              underWaySince ? todayIn(f.timeZone, underWaySince) : reader.today(),
              'short',
            ),
          })}
        </Aside>
      )}
      {held > 0n && (
        <Aside icon={<Clock className="mt-[.2em] size-4 shrink-0" aria-hidden="true" />}>
          {t('portal.toPay.held', { amount: money(held) })}
        </Aside>
      )}
      {credit > 0n && (
        <Aside icon={<PiggyBank className="mt-[.2em] size-4 shrink-0" aria-hidden="true" />}>
          {t('portal.toPay.credit', { amount: money(credit) })}
        </Aside>
      )}
    </div>
  );
}

function Aside({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <p className="mt-4 flex items-start gap-2 text-base text-ink-soft">
      {icon}
      <span className="text-pretty">{children}</span>
    </p>
  );
}
