import type { ScopedTx } from '@/lib/db/transact';

/** Who changed a template last, for telling the other person. */
export async function changedTemplateBy(tx: ScopedTx): Promise<string> {
  const event = await tx.event.findFirst({
    where: { kind: 'template.changed' },
    orderBy: { seq: 'desc' },
    select: { actorName: true },
  });
  return event?.actorName ?? '';
}
