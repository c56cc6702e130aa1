/**
 * The headers of a file for its one reader, saved under this name or (`inline`) shown in the window. `plain` is the name
 * for whoever cannot read letters beyond ASCII.
 */
export function fileHeaders(file: {
  contentType: string;
  name: string;
  plain: string;
  inline?: boolean;
}): Record<string, string> {
  const kind = file.inline ? 'inline' : 'attachment';
  // RFC 8187 allows fewer characters than `encodeURIComponent` leaves alone.
  const name = encodeURIComponent(file.name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    'content-type': file.contentType,
    'content-disposition': `${kind}; filename="${file.plain}"; filename*=UTF-8''${name}`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  };
}
