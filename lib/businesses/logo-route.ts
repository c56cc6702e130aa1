import { peopleDb } from '@/lib/auth/people-db';
import { readFile } from '@/lib/files/store';
import { refuse, refuseTrouble } from '@/lib/http/staff-route';

const YEAR = 365 * 24 * 60 * 60;

/** A route that serves a business's logo to anybody, by its hash; no other file, and pictures we have drawn ourselves only. */
export function logoRoute() {
  return async (
    request: Request,
    route: { params: Promise<{ business: string; hash: string }> },
  ): Promise<Response> => {
    const { business: slug, hash } = await route.params;
    try {
      const business = await peopleDb().business.findUnique({
        where: { slug },
        select: { id: true },
      });
      const file = business ? await readFile(business.id, hash) : null;
      if (file?.contentType !== 'image/png') return refuse(404, 'missing');
      return new Response(Buffer.from(file.bytes), {
        headers: {
          'content-type': 'image/png',
          'cache-control': `public, max-age=${YEAR}, immutable`,
          'content-security-policy': "default-src 'none'",
          'x-content-type-options': 'nosniff',
        },
      });
    } catch (error) {
      return refuseTrouble(error, request);
    }
  };
}
