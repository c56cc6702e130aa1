/** What became of one of the invoices that were to be sent; `text` is the address or the reason. */
export type SentRow = {
  id: string;
  number: string | null;
  client: string;
  ok: boolean;
  text: string;
};

/** The invoices that were not sent, each with the reason. */
export function SentRows({ rows, draft }: { rows: readonly SentRow[]; draft: string }) {
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {rows.map((row) => (
        <li key={row.id}>
          <bdi className="font-medium">{row.number ?? draft}</bdi> <bdi>{row.client}</bdi>
          <span className="meta block">{row.text}</span>
        </li>
      ))}
    </ul>
  );
}
