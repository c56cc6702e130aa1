import { beforeEach, describe, expect, it } from 'vitest';
import type { StaffContext } from '@/lib/auth/context';
import { makeStaffContext } from '@/lib/auth/make-context';
import { unscopedDb } from '@/lib/db/client';
import { newId } from '@/lib/db/new-id';
import { EVENT_KINDS } from '@/lib/events/kinds';
import { recordEvent } from '@/lib/events/record-event';
import type { SentencePart } from '@/lib/events/sentence';
import { timeline } from '@/lib/events/timeline';
import { addNote } from '@/lib/parties/add-note';
import { updateParty } from '@/lib/parties/update-party';
import { makeBusiness, makeClient, makeInvoice, makeMember } from '@/prisma/seed/builders';

let ctx: StaffContext;
let partyId: string;

beforeEach(async () => {
  ({ ctx } = await makeBusiness());
  partyId = (await makeClient(ctx)).id;
});

const plain = (parts: readonly SentencePart[]) => parts.map(({ text }) => text).join('');

type Asked = Parameters<typeof timeline>[1];

async function sentences(by: StaffContext, asked: Asked): Promise<string[]> {
  const page = await timeline(by, asked);
  return page.days.flatMap((day) => day.entries.map((entry) => plain(entry.body)));
}

async function quotes(by: StaffContext, asked: Asked): Promise<string[]> {
  const page = await timeline(by, asked);
  return page.days.flatMap((day) => day.entries.map((entry) => plain(entry.quote)));
}

describe('A client’s timeline', () => {
  it('says who did what, newest first, with links to the records', async () => {
    const { id, number } = await makeInvoice(ctx, partyId);
    const page = await timeline(ctx, { partyId });
    const entries = page.days.flatMap((day) => day.entries);
    expect(entries.map((entry) => plain(entry.body))).toEqual([
      `Nora Fenwick issued ${number}`,
      'Nora Fenwick began an invoice',
      'Nora Fenwick added Ashcombe Brewery Ltd',
    ]);
    expect(entries[0]?.body).toContainEqual({
      text: number,
      strong: true,
      isCode: true,
      href: `/b/${ctx.business.slug}/invoices/${id}`,
    });
    expect(plain(entries[0]?.quote ?? [])).toBe('£1,840.00');
    expect(page.days[0]?.label).toBe('Today');
  });

  it('tells a change by its field, before and after', async () => {
    const party = await ctx.db.party.findUniqueOrThrow({ where: ctx.key(partyId) });
    await updateParty(ctx, { ...party, taxIdKept: true, city: 'Bath' });
    expect((await quotes(ctx, { partyId }))[0]).toBe(
      'City: \u2068Bristol\u2069 → \u2068Bath\u2069',
    );
  });

  it('quotes a note to those who may read it, and hides it from the accountant', async () => {
    await addNote(ctx, { id: newId(), partyId, kind: 'NOTE', body: 'Scaffold is up.' });
    expect((await quotes(ctx, { partyId }))[0]).toBe('“Scaffold is up.”');
    const accountant = await makeMember(ctx, 'ACCOUNTANT');
    expect(await sentences(accountant, { partyId })).toEqual([
      'Nora Fenwick added Ashcombe Brewery Ltd',
    ]);
  });

  it('can be narrowed, and read on page after page', async () => {
    for (let i = 0; i < 7; i++)
      await addNote(ctx, { id: newId(), partyId, kind: 'NOTE', body: `Note ${i}` });
    expect(await sentences(ctx, { partyId, filter: 'money' })).toEqual([]);
    const seen: string[] = [];
    let before: string | null = null;
    do {
      const page = await timeline(ctx, { partyId, filter: 'notes', before, size: 3 });
      seen.push(...page.days.flatMap((day) => day.entries.map(({ id }) => id)));
      before = page.older;
    } while (before);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });

  it('belongs to one business', async () => {
    expect(await sentences((await makeBusiness()).ctx, { partyId })).toEqual([]);
  });

  it('holds a hostile name without falling over it', async () => {
    const name = '\uE0000\uE001 {actor} <b>x</b> \u202E';
    const { id } = await makeClient(ctx, { displayName: name });
    expect(await sentences(ctx, { partyId: id })).toEqual([`Nora Fenwick added ${name}`]);
  });
});

describe.each(['en', 'ar', 'zh'] as const)('Every kind of event in %s', (locale) => {
  it('has a sentence without gaps', async () => {
    const user = await unscopedDb().user.update({ where: { id: ctx.user.id }, data: { locale } });
    const reader = makeStaffContext({
      business: ctx.business,
      user,
      role: 'OWNER',
      sessionId: newId(),
    });
    await ctx.transact(async (tx) => {
      for (const kind of EVENT_KINDS) {
        recordEvent(tx, ctx, {
          kind,
          partyId,
          data: {
            name: 'Ellie',
            number: 'INV-1',
            to: 'e@a.example',
            currency: 'GBP',
            amount: '1200',
          },
        });
      }
    });
    const said = await sentences(reader, { partyId, size: 100 });
    expect(said).toHaveLength(EVENT_KINDS.length + 1);
    for (const words of said) {
      expect(words).not.toMatch(/timeline\.|undefined|[{}\uE000\uE001]|\s{2}/);
      expect(words.length).toBeGreaterThan(3);
    }
  });
});
