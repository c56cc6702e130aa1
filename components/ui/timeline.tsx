import type { ReactNode } from 'react';
import { cx } from './class-names';

export type TimelineEvent = {
  id: string;
  icon: ReactNode;
  /** Colour only for money in (good), trouble (bad), waiting (wait) and what is the reader's own (mine). */
  tone?: 'good' | 'bad' | 'wait' | 'mine';
  body: ReactNode;
  quote?: ReactNode;
  /** Finished text, and the instant for machines. */
  time: string;
  dateTime: string;
};

/** Who did what, newest first. */
export function Timeline({ events, label }: { events: TimelineEvent[]; label?: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {events.map((event) => (
        <li className="event" key={event.id}>
          <span className={cx('event-dot', event.tone)} aria-hidden="true">
            <span className="icon-box">{event.icon}</span>
          </span>
          <div className="event-body">
            {event.body}
            {event.quote && <div className="quote">{event.quote}</div>}
          </div>
          <time dateTime={event.dateTime}>{event.time}</time>
        </li>
      ))}
    </ol>
  );
}
