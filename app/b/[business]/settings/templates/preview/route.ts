import { z } from 'zod';
import { refuse, staffRoute } from '@/lib/http/staff-route';
import { LOCALES } from '@/lib/i18n/locale';
import { previewTemplate } from '@/lib/messages/template-preview';
import { TEMPLATE_KINDS } from '@/lib/templates/variables';

const typed = z.strictObject({
  kind: z.enum(TEMPLATE_KINDS),
  locale: z.enum(LOCALES),
  subject: z.string().max(1_000),
  body: z.string().max(20_000),
  subjectId: z.uuid().nullable(),
});

/** The mail with the words being typed. A route and not an action: actions of one window queue up. */
export const POST = staffRoute('settings.read', async (ctx, request) => {
  const input = typed.safeParse(await request.json().catch(() => null));
  if (!input.success) return refuse(400, 'invalid');
  return Response.json(await previewTemplate(ctx, input.data), {
    headers: { 'cache-control': 'no-store' },
  });
});
