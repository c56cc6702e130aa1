const LONGEST = 2000;
/** Only a stand-in to resolve against; never requested. */
const ORIGIN = 'http://portico.invalid';

/**
 * Where to go next, taken from a query or a form: a path of this very site, such as
 * '/b/larkfield/invoices?status=due', or the fallback. Refused: other origins and schemes, '//host',
 * backslashes (browsers read them as slashes), control characters (browsers drop them), and paths
 * that only become '//host' when dots are resolved.
 */
export function safePath(text: unknown, fallback: string): string {
  if (typeof text !== 'string' || text.length > LONGEST) return fallback;
  if (!text.startsWith('/') || text.startsWith('//')) return fallback;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused.
  if (/[\\\u0000-\u0020\u007f-\u00a0\u2028\u2029]/.test(text)) return fallback;
  const url = URL.canParse(text, ORIGIN) ? new URL(text, ORIGIN) : null;
  if (url?.origin !== ORIGIN || url.pathname.startsWith('//')) return fallback;
  return url.pathname + url.search + url.hash;
}
