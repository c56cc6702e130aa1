import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/layout/page-header';
import { ProductForm } from '@/components/products/product-form';
import { isId } from '@/lib/forms/is-id';
import { editorTaxRates } from '@/lib/invoices/editor-data';
import { staffPage } from '@/lib/pages/staff-page';
import { productForEdit } from '@/lib/products/queries';
import { archiveProduct, saveProduct } from '../actions';

type Props = { params: Promise<{ business: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await staffPage(params, 'products.write');
  const { id } = await params;
  const product = isId(id) ? await productForEdit(ctx, id) : null;
  return { title: product?.name ?? ctx.t('products.title') };
}

export default async function Page({ params }: Props) {
  const ctx = await staffPage(params, 'products.write');
  const { id } = await params;
  const product = isId(id) ? await productForEdit(ctx, id) : null;
  if (!product) notFound();
  const { t, locale, business } = ctx;
  const base = `/b/${business.slug}/products`;
  return (
    <>
      <PageHeader
        title={<span dir="auto">{product.name}</span>}
        crumb={{ href: base, label: t('products.title') }}
        tags={product.archived ? [t('products.archived')] : undefined}
      />
      <ProductForm
        t={t}
        locale={locale}
        rates={await editorTaxRates(ctx, [product.taxRateId])}
        base={base}
        values={product}
        save={saveProduct.bind(null, business.slug)}
        archive={archiveProduct.bind(null, business.slug)}
      />
    </>
  );
}
