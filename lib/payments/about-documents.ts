/** What an event of a payment is about: the history of its one document, or, named in the event's data, those of several. */
export function aboutDocuments(ids: readonly string[]): {
  documentId: string | null;
  named: { documents?: { id: string }[] };
} {
  const [only, ...others] = new Set(ids);
  if (others.length === 0) return { documentId: only ?? null, named: {} };
  return { documentId: null, named: { documents: [...new Set(ids)].map((id) => ({ id })) } };
}
