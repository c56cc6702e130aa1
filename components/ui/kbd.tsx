import { CornerDownLeft } from 'lucide-react';

/** As keyboards print it, whatever the reader's language. */
const CONTROL = 'Ctrl';

/**
 * A key or chord to press, such as 'C', '⌘K' or '⌘↵'. ⌘ reads Ctrl where keyboards have no such key (`data-keys` on
 * html). Screen readers get it from `aria-keyshortcuts`, so it is hidden from them here.
 */
export function Kbd({ children }: { children: string }) {
  const isCommand = children.startsWith('⌘');
  const key = isCommand ? children.slice(1) : children;
  return (
    <span className="kbd" aria-hidden="true">
      {isCommand && (
        <>
          <span className="key-mac">⌘</span>
          <span className="key-ctrl">{CONTROL}</span>
        </>
      )}
      {key === '↵' ? <CornerDownLeft className="icon" /> : key}
    </span>
  );
}
