const HIDDEN = '[hidden]';

const SECRET_KEY = /pass(word)?$|secret|token|authorization|cookie|api[-_]?key|signature/i;

/** Secrets inside longer text: the token in a link's path, addresses with a password, keys. */
const SECRET_TEXT: [RegExp, string][] = [
  // Also where the path stands in a query ("next=%2Finvitations%2F…").
  [
    /((?:\/|%2F)(?:l|reset-password|invitations|sign-up)(?:\/|%2F))[^/?#&%\s"'<>()[\]]+/gi,
    `$1${HIDDEN}`,
  ],
  [/(\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:/@]*:)[^\s@/]+(?=@)/gi, `$1${HIDDEN}`],
  [/\b((?:sk|rk)_(?:live|test)_|whsec_)\w+/g, `$1${HIDDEN}`],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${HIDDEN}`],
  [/([?&](?:token|key|secret|code)=)[^&\s"'#]+/gi, `$1${HIDDEN}`],
];

/** The text with link tokens, passwords in addresses and known kinds of keys blotted out. */
export function redactText(text: string): string {
  return SECRET_TEXT.reduce((result, [pattern, by]) => result.replace(pattern, by), text);
}

/** A copy fit for a log: secrets by name and by look are hidden, BigInt and dates become text. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Error) return describeError(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 5) return '[…]';
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      SECRET_KEY.test(key) && item !== null && item !== undefined
        ? HIDDEN
        : redact(item, depth + 1),
    ]),
  );
}

/** What is worth keeping of an error, its causes included. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: redactText(String(error)) };
  const { code, digest } = error as Error & { code?: unknown; digest?: unknown };
  return {
    name: error.name,
    message: redactText(error.message),
    ...(code !== undefined && { code }),
    ...(digest !== undefined && { digest }),
    ...(error.stack && { stack: redactText(error.stack) }),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}
