import { expect } from '@playwright/test';
import { query } from '../e2e/support/people';
import type { World } from '../e2e/support/world';

/** What concerns people and no single business, and that no stranger may change either. */
const PEOPLE = ['User', 'StaffSession', 'PasswordReset', 'SignUpRequest', 'Membership'];

/** The rows of a business in every table, and all people's, each table as one hash. When somebody was last seen is no secret. */
export async function fingerprint(world: World, slug: string): Promise<Record<string, string>> {
  const tables = await query<{ name: string }>(
    world,
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'businessId' ORDER BY 1`,
  );
  const hashes: Record<string, string> = {};
  const note = async (name: string, where: string, values: string[]) => {
    const [row] = await query<{ hash: string }>(
      world,
      `SELECT md5(string_agg(line, '' ORDER BY line)) AS hash FROM (
         SELECT (to_jsonb(t) - 'lastSeenAt')::text AS line FROM "${name}" t WHERE ${where}) lines`,
      values,
    );
    hashes[name] = row?.hash ?? '';
  };
  await note('Business', 'slug = $1', [slug]);
  const ofBusiness = `"businessId" = (SELECT id FROM "Business" WHERE slug = $1)`;
  for (const { name } of tables) await note(name, ofBusiness, [slug]);
  for (const name of PEOPLE) await note(name, 'true', []);
  return hashes;
}

/** The fingerprint once mails have left and PDFs are drawn: nothing moves any more. */
export async function settled(world: World, slug: string): Promise<Record<string, string>> {
  let last = await fingerprint(world, slug);
  await expect
    .poll(
      async () => {
        const [waiting] = await query<{ count: string }>(
          world,
          `SELECT (SELECT count(*) FROM "Message" WHERE state IN ('WAITING', 'SENDING'))
                + (SELECT count(*) FROM "Document" WHERE "issuedAt" IS NOT NULL AND "pdfHash" IS NULL) AS count`,
        );
        const now = await fingerprint(world, slug);
        const isStill = waiting?.count === '0' && JSON.stringify(now) === JSON.stringify(last);
        last = now;
        return isStill;
      },
      { message: 'the work of the background', timeout: 90_000, intervals: [1_000] },
    )
    .toBe(true);
  return last;
}
