import type { StaffContext } from '@/lib/auth/context';
import type { Prisma } from '@/lib/db/generated/client';
import { whereOverdue } from '@/lib/documents/client-standing';
import { csvResponse } from '@/lib/files/csv';
import { tidyFileName } from '@/lib/files/file-name';
import { readForm } from '@/lib/http/read-form';
import { staffRoute } from '@/lib/http/staff-route';
import { whereListed } from '@/lib/parties/chosen-clients';
import { exportClients } from '@/lib/parties/export-clients';
import { readClientFilters } from '@/lib/parties/list-filters';
import { rowRefs } from '@/lib/parties/schema';

/** The clients that the filters in the address leave. */
export const GET = staffRoute('clients.read', async (ctx, request) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  return file(ctx, whereListed(ctx, readClientFilters(asked), whereOverdue(ctx)));
});

/** The ticked clients; with nothing usable ticked it leads back to the list. */
export const POST = staffRoute('clients.read', async (ctx, request) => {
  const form = await readForm(request);
  const ticked = rowRefs.safeParse({ ids: form.getAll('ids[]') });
  if (!ticked.success) {
    const list = `/b/${ctx.business.slug}/clients`;
    return new Response(null, { status: 303, headers: { location: list } });
  }
  return file(ctx, { id: { in: ticked.data.ids } });
});

function file(ctx: StaffContext, where: Prisma.PartyWhereInput): Response {
  const name = tidyFileName(
    [ctx.business.name, ctx.t('clients.export.fileName'), ctx.today()],
    'csv',
  );
  return csvResponse(exportClients(ctx, where), name);
}
