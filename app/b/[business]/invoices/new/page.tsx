import { redirect } from 'next/navigation';
import { newId } from '@/lib/db/new-id';
import { staffPage } from '@/lib/pages/staff-page';

/** A new invoice gets its address at once, so that its first save changes nothing in the window. Nothing is stored yet. */
export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ business: string }>;
  searchParams: Promise<{ client?: string | string[] }>;
}) {
  const ctx = await staffPage(params, 'invoices.write');
  const client = [(await searchParams).client].flat()[0];
  const query = new URLSearchParams({ new: '1', ...(client ? { client } : {}) });
  redirect(`/b/${ctx.business.slug}/invoices/${newId()}?${query}`);
}
