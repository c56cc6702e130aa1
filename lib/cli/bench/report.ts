/** One measured thing. Times in milliseconds. `budgets` are those of the design, each kept or not. */
export type Measured = {
  what: string;
  median?: number;
  p95?: number;
  firstByte?: number;
  perSecond?: number;
  bytes?: number;
  /** What else is worth saying. */
  note?: string;
  budgets?: Budget[];
};

/** Everything measured at one size. */
export type SizeMeasured = { invoices: number; rows: Measured[] };

export type Budget = { says: string; kept: boolean };

/** A budget of at most so much. */
export function atMost(name: string, limit: number, unit: string, value: number): Budget {
  return { says: `${name} ≤ ${limit} ${unit}`, kept: value <= limit };
}

/** A budget of at least so much. */
export function atLeast(name: string, limit: number, unit: string, value: number): Budget {
  return { says: `${name} ≥ ${limit}${unit}`, kept: value >= limit };
}

const HEAD = ['', 'median', 'p95', '1st byte', 'per s', 'KB', '', 'budget', ''];
const TEXT_COLUMNS = new Set([0, 6, 7, 8]);

/** The table for a terminal: times in ms, a mark for each budget. */
export function tableOf(rows: readonly Measured[]): string {
  const lines = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => width(line[column]))));
  return lines
    .map((line) =>
      line
        .map((cell, column) => {
          const gap = ' '.repeat((widths[column] ?? 0) - width(cell));
          return TEXT_COLUMNS.has(column) ? cell + gap : gap + cell;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cellsOf({ what, median, p95, firstByte, perSecond, bytes, note, budgets }: Measured) {
  const all = budgets ?? [];
  const mark = all.length === 0 ? '' : all.every(({ kept }) => kept) ? 'ok' : 'OVER';
  return [
    what,
    figure(median),
    figure(p95),
    figure(firstByte),
    figure(perSecond),
    figure(bytes === undefined ? undefined : bytes / 1024),
    mark,
    all.map(({ says, kept }) => (kept ? says : `${says} ✗`)).join(', '),
    note ?? '',
  ];
}

function figure(value: number | undefined): string {
  if (value === undefined) return '';
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}

const width = (text: string | undefined) => [...(text ?? '')].length;
