import type { PortalContext } from '@/lib/auth/context';
import { greetingName } from '@/lib/parties/names';

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

/** What to call the person who reads, as a letter does; '' when only a company is known. */
export async function nameToGreet(
  ctx: Pick<PortalContext, 'db' | 'party' | 'contactId' | 'locale'>,
): Promise<string> {
  const { party, contactId, locale } = ctx;
  const asPerson = (name: { givenName: string; familyName: string }) =>
    greetingName({ kind: 'PERSON', ...name }, locale);
  if (!contactId && party.kind === 'PERSON') return asPerson(party) || party.displayName;
  const contact = await ctx.db.contact.findFirst({
    where: contactId
      ? { id: contactId, partyId: party.id }
      : { partyId: party.id, isMain: true, archivedAt: null, email: { in: ['', party.email] } },
    select: { givenName: true, familyName: true },
  });
  return contact ? asPerson(contact) : '';
}
