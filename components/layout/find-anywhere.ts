export type FoundRecord = { id: string; label: string; note: string; href: string };
export type FoundGroup = { label: string; records: FoundRecord[] };

/** What the search route answers. */
type Found = {
  clients: { id: string; name: string; detail: string }[];
  invoices: { id: string; number: string | null; client: string; amount: string }[];
};

/** Asks a business's search route and names the records as the palette shows them. `base` is '/b/<slug>'. */
export async function findAnywhere(
  base: string,
  query: string,
  words: { clients: string; invoices: string },
  signal: AbortSignal,
): Promise<FoundGroup[]> {
  const answer = await fetch(`${base}/search?q=${encodeURIComponent(query)}`, { signal });
  if (!answer.ok) throw new Error(`search answered ${answer.status}`);
  const found = (await answer.json()) as Found;
  return [
    {
      label: words.clients,
      records: found.clients.map(({ id, name, detail }) => ({
        id,
        label: name,
        note: detail,
        href: `${base}/clients/${id}`,
      })),
    },
    {
      label: words.invoices,
      records: found.invoices.map(({ id, number, client, amount }) => ({
        id,
        label: number ? `${number}, ${client}` : client,
        note: amount,
        href: `${base}/invoices/${id}`,
      })),
    },
  ].filter(({ records }) => records.length > 0);
}
