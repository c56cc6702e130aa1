import { Refused } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { withinLimit } from '@/lib/auth/rate-limit';
import { recordEvent } from '@/lib/events/record-event';
import { readLogo } from '@/lib/files/image';
import { storeFile } from '@/lib/files/store';

/** Takes a picture as the business's logo, drawn anew by us. Refused: anything but PNG, JPEG and WebP within limits. */
export async function setLogo(ctx: StaffContext, bytes: Uint8Array): Promise<void> {
  const limit = { most: 30, seconds: 600 };
  if (!(await withinLimit('logo', ctx.business.id, limit, ctx.now())))
    throw new Refused('errors.tooMany');
  const { png } = await readLogo(bytes);
  const hash = await storeFile(ctx.business.id, png, 'image/png', ctx.now());
  await keepLogo(ctx, hash);
}

/** Takes the logo off. Documents that were issued with it keep it. */
export async function removeLogo(ctx: StaffContext): Promise<void> {
  await keepLogo(ctx, null);
}

async function keepLogo(ctx: StaffContext, logoHash: string | null): Promise<void> {
  await ctx.transact(async (tx) => {
    await tx.lock('Business', ctx.business.id);
    const where = { id: ctx.business.id };
    const before = await tx.business.findUniqueOrThrow({ where, select: { logoHash: true } });
    if (before.logoHash === logoHash) return;
    // The version stays: a logo is put in beside the form, whose typed values must not become stale by it.
    await tx.business.update({ where, data: { logoHash }, select: { id: true } });
    recordEvent(tx, ctx, {
      kind: 'business.updated',
      data: { changes: { logoHash: [before.logoHash, logoHash] } },
    });
  });
}
