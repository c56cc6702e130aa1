import type { StaffContext } from '@/lib/auth/context';
import { addDays, type CalendarDate, todayIn } from '@/lib/time/calendar-date';
import { aboutDocument } from './about-document';
import { describeEvent } from './describe-event';
import type { EventKind } from './kinds';
import type { SentencePart } from './sentence';
import { STORED_EVENT, type StoredEvent } from './stored-event';
import { drawingOf, kindsFor, type TimelineFilter, type TimelineIcon } from './timeline-filters';

/** One line of a timeline, finished for the reader. */
export type TimelineEntry = {
  id: string;
  kind: EventKind;
  icon: TimelineIcon;
  tone: 'good' | 'bad' | 'wait' | undefined;
  body: SentencePart[];
  /** The amount, the change or the words written. */
  quote: SentencePart[];
  /** '11:42', for lines that stand under their day. */
  time: string;
  /** 'Today, 09:20', 'Yesterday, 17:36', '14 Nov', for lines that stand alone. */
  when: string;
  at: string;
};

export type TimelineDay = { day: CalendarDate; label: string; entries: TimelineEntry[] };

export type TimelinePage = {
  days: TimelineDay[];
  /** Give as `before` for the next, older page; null at the beginning of everything. */
  older: string | null;
};

const PAGE = 30;

/**
 * What happened, newest first: of one client, of one document, or of the whole business. `before` is the `older` of the page
 * before. Only what this person may read: notes, money, team and settings follow their permissions.
 */
export async function timeline(
  ctx: StaffContext,
  asked: {
    partyId?: string | null;
    documentId?: string | null;
    filter?: TimelineFilter;
    before?: string | null;
    size?: number;
  },
): Promise<TimelinePage> {
  const { partyId, documentId, filter = 'everything', before, size = PAGE } = asked;
  const beforeSeq = /^\d{1,18}$/.test(before ?? '') ? BigInt(before as string) : null;
  const found = await ctx.db.event.findMany({
    where: {
      kind: { in: kindsFor(filter, ctx.may) },
      ...(partyId ? { partyId } : {}),
      ...(documentId ? await aboutDocument(ctx, documentId) : {}),
      ...(beforeSeq === null ? {} : { seq: { lt: beforeSeq } }),
    },
    orderBy: { seq: 'desc' },
    take: size + 1,
    select: STORED_EVENT,
  });
  const page = found.slice(0, size);
  const events = withoutEchoes(page);
  const notes = await notesIn(ctx, events);
  const entries = events.map((event): { day: CalendarDate; entry: TimelineEntry } => {
    const kind = event.kind as EventKind;
    const day = todayIn(ctx.business.timeZone, event.at);
    return {
      day,
      entry: {
        id: String(event.seq),
        kind,
        ...drawingOf(kind),
        ...describeEvent(ctx, event, {
          notes,
          namesClient: !partyId && !documentId,
          documentId: documentId ?? null,
        }),
        time: ctx.f.time(event.at),
        when: whenOf(ctx, event.at, day),
        at: event.at.toISOString(),
      },
    };
  });
  return {
    days: byDay(ctx, entries),
    older: found.length > size ? String(page.at(-1)?.seq ?? '') : null,
  };
}

/** A mail that went out, failed or was stopped need not also be told to be on its way. */
function withoutEchoes(events: StoredEvent[]): StoredEvent[] {
  const messageOf = (event: StoredEvent) => (event.data as { messageId?: unknown }).messageId;
  const settled = new Set(
    events.filter(({ kind }) => /^message\.(sent|failed|cancelled)$/.test(kind)).map(messageOf),
  );
  return events.filter(
    (event) =>
      event.kind !== 'message.queued' || !messageOf(event) || !settled.has(messageOf(event)),
  );
}

/** Notes keep their words to themselves: the event only knows their id. */
async function notesIn(ctx: StaffContext, events: StoredEvent[]): Promise<Map<string, string>> {
  const ids = events.flatMap(({ kind, data }) => {
    const { noteId } = (data ?? {}) as { noteId?: unknown };
    return kind.startsWith('note.') && typeof noteId === 'string' ? [noteId] : [];
  });
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.note.findMany({
    where: { id: { in: ids } },
    select: { id: true, body: true },
  });
  return new Map(rows.map((row) => [row.id, row.body]));
}

function byDay(
  ctx: StaffContext,
  entries: { day: CalendarDate; entry: TimelineEntry }[],
): TimelineDay[] {
  const days: TimelineDay[] = [];
  for (const { day, entry } of entries) {
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, label: dayLabel(ctx, day), entries: [entry] });
  }
  return days;
}

function dayLabel(ctx: StaffContext, day: CalendarDate): string {
  const today = ctx.today();
  if (day === today) return ctx.t('timeline.today');
  if (day === addDays(today, -1)) return ctx.t('timeline.yesterday');
  return ctx.f.date(day, 'short');
}

function whenOf(ctx: StaffContext, at: Date, day: CalendarDate): string {
  const label = dayLabel(ctx, day);
  const recent = day >= addDays(ctx.today(), -1);
  return recent ? ctx.t('timeline.dayAndTime', { day: label, time: ctx.f.time(at) }) : label;
}
