import { cx } from './class-names';

/**
 * What stands in the circle beside a name: two Latin letters, but one Arabic letter (two would join)
 * and one Han character. Empty for a name without letters.
 */
export function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? [];
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return '';
  if (/\p{Script=Arabic}/u.test(first)) return letter(first.replace(/^ال(?=..)/u, ''));
  if (words.length === 1 || !/^[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{N}]/u.test(first))
    return letter(first);
  return (
    letter(first) +
    (/^[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{N}]/u.test(last) ? letter(last) : '')
  );
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

function letter(word: string): string {
  return ([...word][0] ?? '').toLocaleUpperCase('en');
}
