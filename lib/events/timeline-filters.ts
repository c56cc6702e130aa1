import type { Permission } from '@/lib/permissions/permissions';
import { EVENT_KINDS, type EventKind } from './kinds';

/** What a timeline can be narrowed to. The words are `timeline.filters.<filter>`. */
export const TIMELINE_FILTERS = [
  'everything',
  /** What happened between the business and its clients, without what was only begun. */
  'deeds',
  'money',
  'mail',
  'portal',
  'notes',
  'changes',
] as const;
export type TimelineFilter = (typeof TIMELINE_FILTERS)[number];

export function isTimelineFilter(value: unknown): value is TimelineFilter {
  return TIMELINE_FILTERS.some((filter) => filter === value);
}

/** The first matching row says which filter an event belongs to, and what a reader needs to hold to see it. */
const GROUPS: { match: RegExp; filter: TimelineFilter; needs?: Permission }[] = [
  { match: /^note\./, filter: 'notes', needs: 'notes.read' },
  { match: /^(invoice\.(viewed|downloaded)|portal\.|link\.)/, filter: 'portal' },
  { match: /^message\./, filter: 'mail', needs: 'messages.read' },
  { match: /^(payment|checkout)\./, filter: 'money', needs: 'payments.read' },
  { match: /^invoice\.(drafted|deleted)/, filter: 'changes', needs: 'invoices.read' },
  { match: /^invoice\./, filter: 'money', needs: 'invoices.read' },
  { match: /^member\./, filter: 'changes', needs: 'members.read' },
  { match: /^(business|connection|template)\./, filter: 'changes', needs: 'settings.read' },
  { match: /./, filter: 'changes' },
];

/** The kinds of events that pass the filter and that this reader may see. */
export function kindsFor(
  filter: TimelineFilter,
  may: (permission: Permission) => boolean,
): EventKind[] {
  return EVENT_KINDS.filter((kind) => {
    const group = GROUPS.find(({ match }) => match.test(kind));
    if (!group || (group.needs && !may(group.needs))) return false;
    if (filter === 'deeds') return kind !== 'invoice.drafted' && kind !== 'message.queued';
    return filter === 'everything' || group.filter === filter;
  });
}

/** Colour only for money in, trouble and waiting. */
const TONES: Partial<Record<EventKind, 'good' | 'bad' | 'wait'>> = {
  'payment.recorded': 'good',
  'payment.reversed': 'bad',
  'payment.refundFailed': 'bad',
  'payment.disputed': 'bad',
  'message.failed': 'bad',
  'checkout.failed': 'bad',
  'checkout.processing': 'wait',
  'message.delayed': 'wait',
};

export type TimelineIcon =
  | 'business'
  | 'member'
  | 'client'
  | 'contact'
  | 'note'
  | 'call'
  | 'product'
  | 'draft'
  | 'invoice'
  | 'viewed'
  | 'download'
  | 'void'
  | 'mail'
  | 'link'
  | 'door'
  | 'money'
  | 'processing'
  | 'undo'
  | 'trouble'
  | 'archive';

const ICONS: [RegExp, TimelineIcon][] = [
  [/^(business|connection|template)\./, 'business'],
  [/^member\./, 'member'],
  [/^client\.(archived|restored)/, 'archive'],
  [/^client\./, 'client'],
  [/^contact\./, 'contact'],
  [/^note\.callLogged/, 'call'],
  [/^note\./, 'note'],
  [/^product\./, 'product'],
  [/^invoice\.(drafted|deleted)/, 'draft'],
  [/^invoice\.viewed/, 'viewed'],
  [/^invoice\.downloaded/, 'download'],
  [/^invoice\.voided/, 'void'],
  [/^invoice\./, 'invoice'],
  [/^message\.failed|^checkout\.failed|^payment\.(disputed|refundFailed)$/, 'trouble'],
  [/^message\./, 'mail'],
  [/^link\./, 'link'],
  [/^portal\./, 'door'],
  [/^checkout\./, 'processing'],
  [/^payment\.(reversed|refunded)/, 'undo'],
  [/^payment\./, 'money'],
];

/** How an event is drawn. */
export function drawingOf(kind: EventKind): {
  icon: TimelineIcon;
  tone: 'good' | 'bad' | 'wait' | undefined;
} {
  return { icon: ICONS.find(([match]) => match.test(kind))?.[1] ?? 'business', tone: TONES[kind] };
}
