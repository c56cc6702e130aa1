import { Pager } from '@/components/ui/pager';
import { RecordList } from '@/components/ui/record-list';
import { RecordTable } from '@/components/ui/record-table';
import { listWords } from '@/components/ui/words';
import { taxLabel } from '@/lib/documents/tax-label';
import type { Formatter } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import type { T } from '@/lib/i18n/translate';
import type { RecordPage } from '@/lib/lists/record-list';
import { exponent } from '@/lib/money/currencies';
import type { ProductRow } from '@/lib/products/queries';

/** The catalogue: what it is, its unit, its price and its tax. */
export function ProductTable({
  t,
  f,
  locale,
  page,
  base,
  newer,
  older,
  canWrite,
}: {
  t: T;
  f: Formatter;
  locale: Locale;
  page: RecordPage<ProductRow>;
  base: string;
  newer: string | null;
  older: string | null;
  /** Whether a press on a row leads to its form. */
  canWrite: boolean;
}) {
  const words = listWords(t, locale);
  const { number, more } = page.count;
  const count = t('products.count', {
    count: number,
    number: `${f.number(number)}${more ? '+' : ''}`,
  });
  return (
    <RecordList
      words={words}
      pager={<Pager range={count} newer={newer} older={older} words={words} />}
    >
      <RecordTable
        label={t('products.title')}
        columns={[
          { key: 'name', label: t('products.name'), kind: 'grow', fold: 'title' },
          { key: 'unit', label: t('products.unit'), soft: true, fold: 'number' },
          { key: 'tax', label: t('products.tax'), soft: true, fold: 'end-2' },
          { key: 'price', label: t('products.price'), kind: 'money', fold: 'end' },
        ]}
        rows={page.rows.map((product) => ({
          id: product.id,
          href: canWrite ? `${base}/${product.id}` : undefined,
          label: product.name,
          cells: {
            name: (
              <span dir="auto" className="font-medium">
                {product.name}
              </span>
            ),
            unit: product.unit && <bdi>{product.unit}</bdi>,
            tax: product.taxRate && taxLabel(product.taxRate.name, f.percent(product.taxRate.rate)),
            price: (
              <bdi dir="ltr" className="fig">
                {f.number(atLeast(product.unitPrice, exponent(product.currency)))}{' '}
                <span className="cur">{product.currency}</span>
              </bdi>
            ),
          },
        }))}
      />
    </RecordList>
  );
}

/** A price with at least the currency's decimals; more where it has more. */
function atLeast(price: string, decimals: number): string {
  const [whole = '0', fraction = ''] = price.split('.');
  const shown = fraction.padEnd(decimals, '0');
  return shown ? `${whole}.${shown}` : whole;
}
