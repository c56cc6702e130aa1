import type { Prisma } from '@/lib/db/generated/client';
import type { ClientView } from './client-view';

/** What a client may see: their own issued invoices, void ones too. Every query of the portal begins here. */
export function ownInvoices(ctx: Pick<ClientView, 'party'>) {
  return {
    partyId: ctx.party.id,
    kind: 'INVOICE',
    issuedAt: { not: null },
  } satisfies Prisma.DocumentWhereInput;
}

/** What still has to be paid; an invoice whose payment is on its way waits for that. */
export function payable(ctx: Pick<ClientView, 'party'>) {
  return {
    ...ownInvoices(ctx),
    voidedAt: null,
    openAmount: { gt: 0n },
    processingAmount: 0n,
  } satisfies Prisma.DocumentWhereInput;
}

/** What is open but on its way already. */
export function underWay(ctx: Pick<ClientView, 'party'>) {
  return {
    ...ownInvoices(ctx),
    voidedAt: null,
    openAmount: { gt: 0n },
    processingAmount: { gt: 0n },
  } satisfies Prisma.DocumentWhereInput;
}
