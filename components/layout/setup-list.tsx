import { Check, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { cx } from '@/components/ui/class-names';
import { Meter } from '@/components/ui/meter';

export type SetupStep = {
  title: string;
  note?: string;
  href: string;
  state: 'done' | 'now' | 'left';
};

/** What is set up, what is now, what is left. */
export function SetupList({
  title,
  progress,
  steps,
  done,
}: {
  title: string;
  /** '3 of 7', finished. */
  progress: string;
  steps: SetupStep[];
  /** The word beside a finished step. */
  done: string;
}) {
  return (
    <section aria-label={title}>
      <div className="mb-2 flex items-baseline justify-between">
        <h2 className="section-title">{title}</h2>
        <span className="meta">{progress}</span>
      </div>
      <Meter
        value={steps.filter((step) => step.state === 'done').length}
        max={steps.length}
        label={title}
      />
      <ol className="ways">
        {steps.map((step) => (
          <li key={step.href} className={cx('relative', step.state === 'now' && 'now')}>
            <span className={cx('step', step.state === 'done' && 'on')} aria-hidden="true">
              {step.state === 'done' && <Check className="icon" />}
            </span>
            <Link
              href={step.href}
              prefetch={false}
              className="min-w-0 flex-1 after:absolute after:inset-0"
              aria-current={step.state === 'now' ? 'step' : undefined}
            >
              <b className={cx(step.state === 'done' && 'done')}>{step.title}</b>
              {step.note && step.state !== 'done' && (
                <span className="meta block">{step.note}</span>
              )}
            </Link>
            {step.state === 'done' ? (
              <span className="meta">{done}</span>
            ) : (
              <ChevronRight className="icon icon-sm mirror" aria-hidden="true" />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
