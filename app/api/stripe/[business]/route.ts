import { logError } from '@/lib/log/log';
import { receiveWebhook } from '@/lib/payments/receive-webhook';
import { webhookContext } from '@/lib/stripe/webhook-context';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

/** Far more than an event of Stripe's has. */
const MOST_BYTES = 1_000_000;

/**
 * Stripe's webhook address of one business. 200 once the event is stored, 500 when it could not be (Stripe sends it again),
 * and one and the same 400 for everything that this business's secret did not sign, an unknown business included.
 */
export async function POST(
  request: Request,
  route: { params: Promise<{ business: string }> },
): Promise<Response> {
  try {
    const { business } = await route.params;
    const body = await bodyWithin(request, MOST_BYTES);
    if (!body) return answer(413, 'too large');
    const signature = request.headers.get('stripe-signature');
    const received = await receiveWebhook(await webhookContext(business), { body, signature });
    return received ? answer(200, 'received') : answer(400, 'refused');
  } catch (error) {
    logError(error, { part: 'stripe webhook' });
    return answer(500, 'failed');
  }
}

async function bodyWithin(request: Request, most: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function answer(status: number, result: string): Response {
  return Response.json({ result }, { status, headers: { 'cache-control': 'no-store' } });
}
