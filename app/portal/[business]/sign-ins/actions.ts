'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { portalAction } from '@/lib/actions/portal-action';
import { endMySessions } from '@/lib/portal/sessions';

/** Ends one other session of the person who asks. */
export const endSignIn = portalAction({
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    await endMySessions(ctx, { id });
    redirect(`/portal/${ctx.business.slug}/sign-ins`);
  },
});

/** Ends all sessions of the person who asks but the one they ask with. */
export const endOtherSignIns = portalAction({
  input: z.strictObject({}),
  run: async (ctx) => {
    await endMySessions(ctx, 'others');
    redirect(`/portal/${ctx.business.slug}/sign-ins`);
  },
});
