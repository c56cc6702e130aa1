import {
  Archive,
  Ban,
  Banknote,
  Building2,
  CircleAlert,
  Contact,
  DoorOpen,
  Download,
  Eye,
  FilePenLine,
  Link as LinkIcon,
  Mail,
  Package,
  Phone,
  ReceiptText,
  RefreshCw,
  Settings2,
  StickyNote,
  Undo2,
  UserPlus,
} from 'lucide-react';
import Link from 'next/link';
import { Timeline } from '@/components/ui/timeline';
import type { SentencePart } from '@/lib/events/sentence';
import type { TimelineEntry, TimelinePage } from '@/lib/events/timeline';
import type { TimelineIcon } from '@/lib/events/timeline-filters';

const ICONS: Record<TimelineIcon, typeof Mail> = {
  business: Settings2,
  member: UserPlus,
  client: Building2,
  contact: Contact,
  note: StickyNote,
  call: Phone,
  product: Package,
  draft: FilePenLine,
  invoice: ReceiptText,
  viewed: Eye,
  download: Download,
  void: Ban,
  mail: Mail,
  link: LinkIcon,
  door: DoorOpen,
  money: Banknote,
  processing: RefreshCw,
  undo: Undo2,
  trouble: CircleAlert,
  archive: Archive,
};

/**
 * What happened, newest first. `grouped` puts the lines under their days with the time alone (home); otherwise each line
 * says its day (records). `older` and `newest` are links with their words.
 */
export function TimelineList({
  page,
  label,
  empty,
  grouped = false,
  older,
  newest,
}: {
  page: TimelinePage;
  label: string;
  empty: string;
  grouped?: boolean;
  older?: { href: string; label: string } | null;
  newest?: { href: string; label: string } | null;
}) {
  const events = (entries: TimelineEntry[]) => entries.map((entry) => drawn(entry, grouped));
  const entries = page.days.flatMap((day) => day.entries);
  return (
    <>
      {entries.length === 0 && <p className="meta px-6 pb-4 max-md:px-4">{empty}</p>}
      {entries.length > 0 &&
        (grouped ? (
          page.days.map((day) => (
            <section key={day.day} aria-label={day.label}>
              <h3 className="group-label">{day.label}</h3>
              <Timeline label={day.label} events={events(day.entries)} />
            </section>
          ))
        ) : (
          <Timeline label={label} events={events(entries)} />
        ))}
      {(older || newest) && (
        <div className="flex gap-2 px-6 py-3 max-md:px-4">
          {newest && (
            <Link href={newest.href} prefetch={false} scroll={false} className="btn sm">
              {newest.label}
            </Link>
          )}
          {older && (
            <Link href={older.href} prefetch={false} scroll={false} className="btn sm">
              {older.label}
            </Link>
          )}
        </div>
      )}
    </>
  );
}

function drawn(entry: TimelineEntry, grouped: boolean) {
  const Icon = ICONS[entry.icon];
  return {
    id: entry.id,
    icon: <Icon />,
    tone: entry.tone,
    body: <Sentence parts={entry.body} />,
    quote: entry.quote.length > 0 ? <Sentence parts={entry.quote} /> : undefined,
    time: grouped ? entry.time : entry.when,
    dateTime: entry.at,
  };
}

/** A sentence whose names stand out and lead to their records. */
function Sentence({ parts }: { parts: SentencePart[] }) {
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change places
    <Words key={index} part={part} />
  ));
}

/** A number stays in one piece; a longer address may break on a phone. */
const WHOLE = 20;

function Words({ part: { text, strong, href, isCode } }: { part: SentencePart }) {
  const words =
    strong || isCode ? (
      <bdi
        dir={isCode ? 'ltr' : undefined}
        className={isCode && text.length <= WHOLE ? 'whitespace-nowrap' : undefined}
      >
        {text}
      </bdi>
    ) : (
      text
    );
  const linked = href ? (
    <Link href={href} prefetch={false} className="no-underline hover:underline">
      {words}
    </Link>
  ) : (
    words
  );
  return strong ? <b>{linked}</b> : linked;
}
