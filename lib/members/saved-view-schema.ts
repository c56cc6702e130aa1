import { z } from 'zod';
import { SavedList } from '@/lib/db/generated/enums';
import { line } from '@/lib/forms/fields';

/** Places in a list are no part of a view: it always begins at its first page. */
const PLACES = ['page', 'cursor'];

/** Filters to keep under a name. `query` is what stands in the list's address behind the question mark. */
export const savedViewInput = z.strictObject({
  id: z.uuid(),
  list: z.enum(SavedList),
  name: line(40).pipe(z.string().min(1)),
  query: z
    .string()
    .max(1_500)
    .transform((text) => {
      const query = new URLSearchParams(text);
      for (const name of PLACES) query.delete(name);
      return query.toString();
    }),
});

export type SavedViewInput = z.output<typeof savedViewInput>;
