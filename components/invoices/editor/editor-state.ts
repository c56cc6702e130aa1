import type { DraftInput } from '@/lib/documents/draft-schema';
import type { EditorClient } from '@/lib/invoices/editor-data';
import { exponent } from '@/lib/money/currencies';
import { groupDecimalText } from '@/lib/money/format-money';
import { canonicalDecimal, tidyDigits, typable } from '@/lib/money/parse-decimal';
import type { ProductRow } from '@/lib/products/queries';

/** A line as it is typed: figures are text, and the discount is one text, '10 %' or an amount. */
export type EditorLine = {
  id: string;
  description: string;
  details: string;
  quantity: string;
  unit: string;
  unitPrice: string;
  discount: string;
  taxRateId: string | null;
};

/** The draft as it is typed. */
export type EditorDraft = Omit<DraftInput, 'lines' | 'discount' | 'version'> & {
  discount: string;
  lines: EditorLine[];
};

export type EditorChange =
  | { type: 'replace'; draft: EditorDraft }
  | { type: 'set'; fields: Partial<Omit<EditorDraft, 'lines'>> }
  | { type: 'client'; client: EditorClient }
  | { type: 'line'; id: string; fields: Partial<EditorLine> }
  | { type: 'product'; id: string; product: ProductRow }
  | { type: 'add'; line: EditorLine; at?: number }
  | { type: 'remove'; id: string }
  | { type: 'move'; id: string; to: number };

/** The draft after a change; the same object where nothing changes, so that leaving a field is no edit. */
export function changeDraft(draft: EditorDraft, change: EditorChange): EditorDraft {
  switch (change.type) {
    case 'replace':
      return change.draft;
    case 'set':
      return withTidyPrices(withFields<EditorDraft>(draft, change.fields), draft.currency);
    case 'client': {
      const { id, currency, locale, termsDays } = change.client;
      const chosen = withFields<EditorDraft>(draft, {
        partyId: id,
        currency,
        locale,
        // A date that was chosen by hand stays.
        ...(draft.termsDays === null ? {} : { termsDays }),
      });
      return withTidyPrices(chosen, draft.currency);
    }
    case 'line':
      return withLine(draft, change.id, change.fields);
    case 'product': {
      const { name, details, unit, unitPrice, taxRateId } = change.product;
      return withLine(draft, change.id, {
        description: name,
        details,
        unit,
        unitPrice: showPrice(unitPrice, draft.currency),
        ...(taxRateId ? { taxRateId } : {}),
      });
    }
    case 'add':
      return {
        ...draft,
        lines: draft.lines.toSpliced(change.at ?? draft.lines.length, 0, change.line),
      };
    case 'remove':
      return { ...draft, lines: draft.lines.filter((line) => line.id !== change.id) };
    case 'move': {
      const from = draft.lines.findIndex((line) => line.id === change.id);
      const line = draft.lines[from];
      const to = Math.min(Math.max(change.to, 0), draft.lines.length - 1);
      if (!line || from === to) return draft;
      return { ...draft, lines: draft.lines.toSpliced(from, 1).toSpliced(to, 0, line) };
    }
  }
}

/** Another currency writes the same prices with other decimals. */
function withTidyPrices(draft: EditorDraft, before: string): EditorDraft {
  const { currency } = draft;
  if (currency === before) return draft;
  const lines = draft.lines.map((line) => ({
    ...line,
    unitPrice: tidyPrice(line.unitPrice, before, currency),
  }));
  return { ...draft, lines };
}

function withLine(draft: EditorDraft, id: string, fields: Partial<EditorLine>): EditorDraft {
  const lines = draft.lines.map((line) => (line.id === id ? withFields(line, fields) : line));
  return lines.every((line, at) => line === draft.lines[at]) ? draft : { ...draft, lines };
}

function withFields<T extends object>(whole: T, fields: Partial<T>): T {
  const names = Object.keys(fields) as (keyof T)[];
  return names.every((name) => whole[name] === fields[name]) ? whole : { ...whole, ...fields };
}

/** The stored draft as it is shown for typing. */
export function toEditor({ version: _version, ...draft }: DraftInput): EditorDraft {
  return {
    ...draft,
    discount: discountText(draft.discount, draft.currency),
    lines: draft.lines.map((line) => ({
      ...line,
      quantity: typable(line.quantity),
      unitPrice: showPrice(line.unitPrice, draft.currency),
      discount: discountText(line.discount, draft.currency),
    })),
  };
}

/** What is sent to be saved. An empty figure counts as 0. */
export function toDraftInput(draft: EditorDraft, version: number): DraftInput {
  return {
    ...draft,
    version,
    discount: readDiscount(draft.discount),
    lines: draft.lines.map((line) => ({
      ...line,
      quantity: line.quantity.trim() || '0',
      unitPrice: line.unitPrice.trim() || '0',
      discount: readDiscount(line.discount),
    })),
  };
}

/** A typed price as the paper writes it, '1,840.00', or in another currency; what cannot be read stays as it is. */
export function tidyPrice(text: string, currency: string, into = currency): string {
  const canonical = canonicalDecimal(text, exponent(currency));
  return canonical === null ? tidyDigits(text) : showPrice(canonical, into);
}

/** A stored price as the paper writes it, still readable as typed text; '' of a line that has none yet. */
function showPrice(stored: string, currency: string): string {
  if (stored === '') return '';
  const decimals = exponent(currency);
  const [whole = '0', fraction = ''] = stored.split('.');
  const shown = fraction.replace(/0+$/, '').padEnd(decimals, '0');
  return groupDecimalText(shown ? typable(`${whole}.${shown}`, decimals) : whole);
}

/** A typed quantity as it was read, without groups; what cannot be read stays as it is. */
export function tidyQuantity(text: string): string {
  const canonical = canonicalDecimal(text);
  return canonical === null ? tidyDigits(text) : typable(canonical);
}

/** An empty line that takes over the tax of the one before it. */
export function emptyLine(id: string, taxRateId: string | null): EditorLine {
  return {
    id,
    description: '',
    details: '',
    quantity: '1',
    unit: '',
    unitPrice: '',
    discount: '',
    taxRateId,
  };
}

type TypedDiscount = { kind: 'percent' | 'amount'; value: string } | null;

/** '10 %' is a percentage, '10' an amount of money; nothing and 0 are no discount. */
export function readDiscount(text: string): TypedDiscount {
  const typed = text.trim().replace(/^[-\u2212]\s*/, '');
  const percent = /\s*[%٪％]\s*$/.test(typed);
  const value = percent ? typed.replace(/\s*[%٪％]\s*$/, '') : typed;
  if (value === '' || /^0*$/.test(canonicalDecimal(value)?.replace('.', '') ?? 'x')) return null;
  return { kind: percent ? 'percent' : 'amount', value };
}

function discountText(discount: DraftInput['discount'], currency: string): string {
  if (!discount) return '';
  const { kind, value } = discount;
  return kind === 'percent' ? `${value}%` : typable(value, exponent(currency));
}

/** A new id in the browser, also where the page came over plain HTTP and `randomUUID` is missing. */
export function lineId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
