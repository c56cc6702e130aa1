import { staffRoute } from '@/lib/http/staff-route';
import { isCurrency } from '@/lib/money/currencies';
import { suggestProducts } from '@/lib/products/queries';

/** Products to offer while a line is typed: `?q=` and the invoice's `currency`. */
export const GET = staffRoute('products.read', async (ctx, request) => {
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get('currency');
  const currency = isCurrency(asked) ? asked : ctx.business.currency;
  const q = (searchParams.get('q') ?? '').slice(0, 200);
  const rows = await suggestProducts(ctx, q, currency);
  return Response.json({ rows }, { headers: { 'cache-control': 'no-store' } });
});
