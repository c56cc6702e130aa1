import Link from 'next/link';

/** A small switch between views that lives in the address, drawn as segments. */
export function ChoiceBar({
  label,
  choices,
}: {
  label: string;
  choices: { href: string; label: string; current?: boolean }[];
}) {
  return (
    <nav className="flex gap-1.5" aria-label={label}>
      {choices.map((choice) => (
        <Link
          key={choice.href}
          href={choice.href}
          prefetch={false}
          scroll={false}
          className={choice.current ? 'chip on' : 'chip'}
          aria-current={choice.current ? 'true' : undefined}
        >
          {choice.label}
        </Link>
      ))}
    </nav>
  );
}
