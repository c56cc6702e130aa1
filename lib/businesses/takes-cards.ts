import type { AnyContext } from '@/lib/auth/context';

/** Whether a business takes payments on the spot. Without it a client sees bank details and no button. */
export async function takesCards({ db }: Pick<AnyContext, 'db'>): Promise<boolean> {
  return (await db.stripeConnection.count()) > 0;
}
