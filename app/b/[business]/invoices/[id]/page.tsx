import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { invoicePhase } from '@/lib/invoices/invoice-view';
import { staffPage } from '@/lib/pages/staff-page';
import { DraftEditor } from './draft-editor';
import { DraftOnPaper } from './draft-on-paper';
import { IssuedInvoice } from './issued-invoice';

type Params = Promise<{ business: string; id: string }>;
type Search = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const ctx = await staffPage(params, 'invoices.read');
  return { title: ctx.t('invoices.list.title') };
}

/** One address for an invoice's whole life: the editor while it is a draft, then the sealed invoice. */
export default async function Page({
  params,
  searchParams,
}: {
  params: Params;
  searchParams: Search;
}) {
  const ctx = await staffPage(params, 'invoices.read');
  const { id } = await params;
  const search = await searchParams;
  const phase = await invoicePhase(ctx, id);
  if (phase === 'issued') return <IssuedInvoice ctx={ctx} id={id} />;
  if (!ctx.may('invoices.write')) {
    if (phase === 'draft') return <DraftOnPaper ctx={ctx} id={id} />;
    notFound();
  }
  const isNew = phase === null;
  if (isNew && !(search.new === '1' && z.uuid().safeParse(id).success)) notFound();
  const clientId = [search.client].flat()[0] ?? null;
  return <DraftEditor ctx={ctx} id={id} isNew={isNew} clientId={isNew ? clientId : null} />;
}
