import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { ProductForm } from '@/components/products/product-form';
import { newId } from '@/lib/db/new-id';
import { editorTaxRates } from '@/lib/invoices/editor-data';
import { staffPage } from '@/lib/pages/staff-page';
import { saveProduct } from '../actions';

type Props = { params: Promise<{ business: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await staffPage(params, 'products.write');
  return { title: t('products.create') };
}

export default async function Page({ params }: Props) {
  const ctx = await staffPage(params, 'products.write');
  const { t, locale, business } = ctx;
  const rates = await editorTaxRates(ctx);
  const base = `/b/${business.slug}/products`;
  return (
    <>
      <PageHeader title={t('products.create')} crumb={{ href: base, label: t('products.title') }} />
      <ProductForm
        t={t}
        locale={locale}
        rates={rates}
        base={base}
        values={{
          id: newId(),
          version: 0,
          name: '',
          details: '',
          unit: '',
          unitPrice: '',
          currency: business.currency,
          taxRateId: rates.find((rate) => rate.isDefault)?.id ?? null,
          archived: false,
        }}
        save={saveProduct.bind(null, business.slug)}
      />
    </>
  );
}
