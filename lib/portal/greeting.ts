import type { PortalContext } from '@/lib/auth/context';

export type TimeOfDay = 'morning' | 'afternoon' | 'evening';

/** Morning until noon, afternoon until six, by the business's clock. */
export function timeOfDay(now: Date, timeZone: string): TimeOfDay {
  const text = new Intl.DateTimeFormat('en', {
    hour: 'numeric',
    hourCycle: 'h23',
    timeZone,
  }).format(now);
  const hour = Number(text);
  if (hour >= 4 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}

/** What to call the person who reads: their given name, or '' when only a company is known. */
export async function givenName(
  ctx: Pick<PortalContext, 'db' | 'party' | 'contactId'>,
): Promise<string> {
  const { party, contactId } = ctx;
  if (!contactId && party.kind === 'PERSON') return party.givenName || party.displayName;
  const contact = await ctx.db.contact.findFirst({
    where: contactId
      ? { id: contactId, partyId: party.id }
      : { partyId: party.id, isMain: true, archivedAt: null, email: { in: ['', party.email] } },
    select: { givenName: true },
  });
  return contact?.givenName ?? '';
}
