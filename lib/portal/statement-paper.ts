import { bankFacts } from '@/lib/documents/paper-parties';
import type { StatementAccount, StatementPaper } from '@/lib/documents/pdf/statement';
import { translator } from '@/lib/i18n/translate';
import { type Account, readAccounts } from './accounts';
import type { ClientView } from './client-view';
import { livePaper } from './live-paper';
import { type Period, readStatement } from './read-statement';
import { lastLines, MOST_LINES } from './statement';
import { statementTail } from './statement-tail';
import { entryWords } from './statement-words';

/**
 * The statement of a client's account as a paper, both days included, from the same figures as the portal's page. In one
 * currency, or with an account for each in which the period has something to say.
 */
export async function statementPaper(
  view: ClientView,
  { currency, ...period }: Period & { currency: string | null },
): Promise<StatementPaper> {
  const all = await readAccounts(view);
  const asked = all.filter((account) => account.currency === currency);
  const accounts = await Promise.all(
    (asked.length > 0 ? asked : all).map((account) => accountOf(view, account, period)),
  );
  const telling = accounts.filter(saysSomething);
  const [main] = all;
  if (!main) throw new Error('a client without any account');
  return {
    ...(await livePaper(view, {
      currency: asked[0]?.currency ?? main.currency,
      place: 'statement',
    })),
    periodFrom: period.from,
    periodTo: period.to,
    madeOn: view.today(),
    accounts: telling.length > 0 ? telling : accounts.slice(0, 1),
    bank: bankFacts(view.business, null),
  };
}

async function accountOf(
  view: ClientView,
  account: Account,
  period: Period,
): Promise<StatementAccount> {
  const { currency } = account;
  const t = translator(view.locale);
  const statement = await readStatement(view, { currency, ...period });
  const shown = lastLines(statement, MOST_LINES);
  const tail = period.to >= view.today() ? statementTail(account, view.business.timeZone) : null;
  return {
    currency,
    opening: String(shown.opening),
    leftOut: shown.leftOut,
    lines: shown.lines.map((line) => ({
      on: line.on,
      number: line.number || null,
      what: entryWords(t, line),
      amount: String(line.amount),
      balance: String(line.balance),
    })),
    closing: String(shown.closing),
    toPay: tail && {
      amount: String(tail.toPay),
      overdue: String(account.overdue),
      underWay: String(tail.underWay),
      underWaySince: tail.underWaySince,
      credit: String(tail.credit),
    },
  };
}

function saysSomething({ opening, lines, closing, toPay }: StatementAccount): boolean {
  return lines.length > 0 || opening !== '0' || closing !== '0' || (toPay?.credit ?? '0') !== '0';
}
