import { Refused } from '@/lib/actions/refused';
import { setLogo } from '@/lib/businesses/set-logo';
import { MAX_LOGO_BYTES } from '@/lib/files/image';
import { readFile } from '@/lib/files/store';
import { readForm } from '@/lib/http/read-form';
import { refuse, staffRoute } from '@/lib/http/staff-route';
import type { MessageKey } from '@/lib/i18n/translate';

/** Room for the form around the picture. */
const MAX_BODY = MAX_LOGO_BYTES + 64 * 1024;

/** The business's logo, for its own team; what is served was drawn by us. */
export const GET = staffRoute('home.read', async (ctx) => {
  const { logoHash } = ctx.business;
  const file = logoHash ? await readFile(ctx.business.id, logoHash) : null;
  if (!file) return refuse(404, 'missing');
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': 'image/png',
      'content-disposition': 'inline; filename="logo.png"',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=300',
    },
  });
});

/** Takes a picture as the logo: a form with the file `logo`. Answers `{ error }` in the person's language when it is none. */
export const POST = staffRoute('settings.write', async (ctx, request) => {
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!(length > 0 && length <= MAX_BODY)) {
    const tooLarge = ctx.t('files.errors.logoTooLarge', {
      megabytes: MAX_LOGO_BYTES / 1024 / 1024,
    });
    return refuse(413, tooLarge);
  }
  const form = await readForm(request);
  const file = form.get('logo');
  if (!(file instanceof File)) return refuse(400, ctx.t('files.errors.logoEmpty'));
  try {
    await setLogo(ctx, new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return refuse(422, ctx.t(error.key as MessageKey, error.values));
  }
  return Response.json({ ok: true }, { headers: { 'cache-control': 'no-store' } });
});
