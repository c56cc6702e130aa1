/** The mails whose words an owner may write. */
export const TEMPLATE_KINDS = ['INVOICE', 'RECEIPT'] as const;

export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** What may stand in double braces, by mail: a fixed list and no language, so that a template can never do harm. */
export const VARIABLES = {
  INVOICE: [
    'client.greeting',
    'client.name',
    'business.name',
    'sender.name',
    'invoice.number',
    'invoice.title',
    'invoice.reference',
    'invoice.total',
    'invoice.due',
    'invoice.dueDate',
  ],
  RECEIPT: [
    'client.greeting',
    'client.name',
    'business.name',
    'payment.amount',
    'payment.date',
    'payment.method',
    'payment.invoices',
  ],
} as const satisfies Record<TemplateKind, readonly string[]>;

export type Variable = (typeof VARIABLES)[TemplateKind][number];

/** The values of one mail's variables, written for the recipient; empty where there is nothing to say. */
export type VariableValues = Partial<Record<Variable, string>>;

/** A mail's subject and body with their variables still in braces. */
export type Words = { subject: string; body: string };

const BRACES = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Names in double braces that this mail does not have, and 'stray' braces as they stand, each once. */
export function unknownVariables(kind: TemplateKind, text: string): string[] {
  const known: readonly string[] = VARIABLES[kind];
  const named = [...text.matchAll(BRACES)].map(([whole, name = '']) => ({ whole, name }));
  const rest = text.replace(BRACES, '');
  const stray = rest.match(/\{\{|\}\}/g) ?? [];
  const unknown = named.filter(({ name }) => !known.includes(name)).map(({ whole }) => whole);
  return [...new Set([...unknown, ...stray])];
}

/**
 * Puts the values in, once: braces that come with a value stay text. A variable without a value leaves nothing behind,
 * not even a double space.
 */
export function fillVariables(text: string, values: VariableValues): string {
  return text
    .replace(BRACES, (_, name: string) => values[name as Variable] ?? '')
    .replace(/[^\S\n\u00a0]{2,}/g, ' ')
    .replace(/ +$/gm, '');
}

/** A filled subject on one line, without control characters: it becomes a header. */
export function subjectLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
}

/** A filled body in paragraphs: blank lines part them, single line breaks stay. */
export function bodyParagraphs(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}
