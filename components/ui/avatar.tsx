import { cx } from './class-names';

/** Two letters of a name; one in Arabic, where two would join, and one in Chinese, the family name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = [...(words[0] ?? '')][0] ?? '';
  if (/[\p{Script=Arabic}\p{Script=Han}]/u.test(first)) {
    const bare = (words[0] ?? '').replace(/^ال(?=..)/u, '');
    return [...bare][0] ?? first;
  }
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toLocaleUpperCase('en');
}

/** A person or business as initials. Decoration: the name stands beside it or in `title`. */
export function Avatar({
  name,
  size = 'md',
  title,
}: {
  name: string;
  size?: 'sm' | 'md';
  title?: string;
}) {
  return (
    <span className={cx('avatar', size === 'sm' && 'sm')} title={title} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
