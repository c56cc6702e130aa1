import type { PaperFrame } from '@/lib/documents/pdf/paper';
import type { ReceiptPaper } from '@/lib/documents/pdf/receipt';
import type { StatementLine, StatementPaper } from '@/lib/documents/pdf/statement';
import { diwan } from './diwan';
import { larkfield } from './larkfield';
import { qinghe } from './qinghe';

const frame = ({ seller, buyer, locale, currency, brandColor }: PaperFrame): PaperFrame => ({
  seller,
  buyer,
  locale,
  currency,
  brandColor,
  pageSize: 'A4',
  logoPng: null,
  portalUrl: 'https://portico.example/portal/larkfield/statement',
  documentDate: '2026-03-18T09:30:00.000Z',
  stamp: null,
});

type Move = [on: string, number: string | null, what: string, amount: number];

/** Lines with the balance after each, from what was owed before them. */
export function linesOf(opening: number, moves: readonly Move[]): StatementLine[] {
  let balance = opening;
  return moves.map(([on, number, what, amount]) => {
    balance += amount;
    return { on, number, what, amount: String(amount), balance: String(balance) };
  });
}

const period = { periodFrom: '2026-01-01', periodTo: '2026-03-18', madeOn: '2026-03-18' } as const;

/** The account of the cafés with the joinery: an invoice, a part payment, a void one and a refund. */
export const larkfieldAccount: StatementPaper = {
  ...frame(larkfield),
  ...period,
  accounts: [
    {
      currency: 'GBP',
      opening: '131600',
      leftOut: 0,
      lines: linesOf(131600, [
        ['2026-01-12', 'INV-2026-0009', 'Shelving for the bakery', 84000],
        ['2026-01-28', null, 'Payment, bank transfer', -131600],
        ['2026-02-02', null, 'Payment, Visa •• 4242', -84000],
        ['2026-02-10', 'INV-2026-0031', 'Menu boards, cancelled', 22000],
        ['2026-02-11', 'INV-2026-0031', 'Menu boards, cancelled', -22000],
        ['2026-03-04', 'INV-2026-0047', 'Oak counter top, 4.2 m', 508236],
        ['2026-03-09', null, 'Payment, bank transfer', -100000],
        ['2026-03-10', null, 'Refund, Visa •• 4242', 12000],
      ]),
      closing: '420236',
      toPay: {
        amount: '408236',
        overdue: '84000',
        underWay: '24000',
        underWaySince: '2026-03-16',
        credit: '12000',
      },
    },
  ],
  bank: larkfield.bank.slice(0, 5),
};

export const diwanAccount: StatementPaper = {
  ...frame(diwan),
  ...period,
  accounts: [
    {
      currency: 'JOD',
      opening: '0',
      leftOut: 0,
      lines: linesOf(0, [
        ['2026-03-04', 'INV-2026-0031', 'تصميم واجهة المحل', 3848070],
        ['2026-03-09', null, 'دفعة، حوالة مصرفية', -800000],
      ]),
      closing: '3048070',
      toPay: {
        amount: '3048070',
        overdue: '0',
        underWay: '0',
        underWaySince: null,
        credit: '0',
      },
    },
    {
      currency: 'USD',
      opening: '-5000',
      leftOut: 0,
      lines: [],
      closing: '-5000',
      toPay: { amount: '0', overdue: '0', underWay: '0', underWaySince: null, credit: '5000' },
    },
  ],
  bank: diwan.bank.slice(0, 4),
};

export const qingheAccount: StatementPaper = {
  ...frame(qinghe),
  ...period,
  periodTo: '2026-03-10',
  accounts: [
    {
      currency: 'CNY',
      opening: '0',
      leftOut: 0,
      lines: linesOf(0, [
        ['2026-03-04', 'INV-2026-0026', '春茶礼盒结构与平面设计', 4344200],
        ['2026-03-09', null, '付款，银行转账', -1000000],
      ]),
      closing: '3344200',
      toPay: null,
    },
  ],
  bank: qinghe.bank.slice(0, 3),
};

/** A payment that settled two invoices, left some credit, and was refunded in part. */
export const larkfieldReceipt: ReceiptPaper = {
  ...frame(larkfield),
  portalUrl: 'https://portico.example/portal/larkfield/payments/0199',
  number: 'R-4F2A-91C2-07BE',
  receivedOn: '2026-03-09',
  method: 'Bank transfer',
  reference: 'MEADOW MAIN INV 47',
  amount: '150000',
  settled: [
    {
      number: 'INV-2026-0047',
      title: 'Oak counter top, 4.2 m',
      issueOn: '2026-03-04',
      amount: '100000',
    },
    {
      number: 'INV-2026-0009',
      title: 'Shelving for the bakery',
      issueOn: '2026-01-12',
      amount: '30000',
    },
  ],
  credit: '8000',
  returned: [{ kind: 'refund', on: '2026-03-12', amount: '12000' }],
};

export const diwanReceipt: ReceiptPaper = {
  ...frame(diwan),
  number: 'R-4F2A-91C2-07BF',
  receivedOn: '2026-03-09',
  method: 'حوالة مصرفية',
  reference: null,
  amount: '800000',
  settled: [
    {
      number: 'INV-2026-0031',
      title: 'تصميم واجهة المحل',
      issueOn: '2026-03-04',
      amount: '800000',
    },
  ],
  credit: '0',
  returned: [],
};

export const qingheReceipt: ReceiptPaper = {
  ...frame(qinghe),
  number: 'R-4F2A-91C2-07C0',
  receivedOn: '2026-03-09',
  method: '银行转账',
  reference: null,
  stamp: 'UNDONE',
  amount: '1000000',
  settled: [],
  credit: '0',
  returned: [{ kind: 'reversal', on: '2026-03-11', amount: '1000000' }],
};
