import type { PaperLine, TaxCategory } from '@/lib/documents/pdf/paper';

type Item = [
  description: string,
  details: string | null,
  quantity: string,
  unit: string | null,
  unitPrice: string,
  taxRate: string,
  amount: string,
];

/** A line without a discount, its amount in minor units. */
export function line(item: Item): PaperLine {
  const [description, details, quantity, unit, unitPrice, taxRate, amount] = item;
  const taxCategory: TaxCategory = taxRate === '0' ? 'ZERO' : 'STANDARD';
  return {
    description,
    details,
    quantity,
    unit,
    unitPrice,
    taxRate,
    taxCategory,
    amount,
    discount: null,
  };
}

/** What the drawn invoices have in common. */
export const COMMON = {
  kind: 'INVOICE',
  title: null,
  pageSize: 'A4',
  logoPng: null,
  issueOn: '2026-03-04',
  dueOn: '2026-04-03',
  deliveryOn: '2026-02-27',
  periodFrom: null,
  periodTo: null,
  corrects: null,
  pricesIncludeTax: false,
  documentDiscount: null,
  discountTotal: '0',
  notes: null,
  documentDate: '2026-03-04T09:30:00.000Z',
  stamp: null,
} as const;
