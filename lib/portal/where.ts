import type { PortalContext } from '@/lib/auth/context';
import type { Prisma } from '@/lib/db/generated/client';

/** What a client may see: their own issued invoices, void ones too. Every query of the portal begins here. */
export function ownInvoices(ctx: PortalContext) {
  return {
    partyId: ctx.party.id,
    kind: 'INVOICE',
    issuedAt: { not: null },
  } satisfies Prisma.DocumentWhereInput;
}

/** What still has to be paid; an invoice whose payment is on its way waits for that. */
export function payable(ctx: PortalContext) {
  return {
    ...ownInvoices(ctx),
    voidedAt: null,
    openAmount: { gt: 0n },
    processingAmount: 0n,
  } satisfies Prisma.DocumentWhereInput;
}

/** What is open but on its way already. */
export function underWay(ctx: PortalContext) {
  return {
    ...ownInvoices(ctx),
    voidedAt: null,
    openAmount: { gt: 0n },
    processingAmount: { gt: 0n },
  } satisfies Prisma.DocumentWhereInput;
}
