'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { portalAction } from '@/lib/actions/portal-action';
import { startCheckout } from '@/lib/payments/start-checkout';
import { MOST_AT_ONCE } from '@/lib/portal/payable';

/** After the sum was stated: to the payment page, for exactly what is due at that moment. */
export const payTogether = portalAction({
  input: z.strictObject({ d: z.array(z.uuid()).min(1).max(MOST_AT_ONCE) }),
  run: async (ctx, { d }) => {
    const { url } = await startCheckout(ctx, { documentIds: d });
    redirect(url);
  },
});
