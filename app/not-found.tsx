import { headers } from 'next/headers';
import { NotHere } from '@/components/layout/not-here';
import { findPortalContext } from '@/lib/auth/portal-session';
import { translator } from '@/lib/i18n/translate';
import { PATH_HEADER } from '@/lib/pages/path-header';
import { pageReader, portalIn } from '@/lib/pages/reader';
import { PortalShell } from './portal/[business]/portal-shell';

/** For an address that leads nowhere, and for a record that is not the reader's. A client stays in the portal. */
export default async function NotFound() {
  const slug = portalIn((await headers()).get(PATH_HEADER) ?? '');
  const client = slug ? await findPortalContext(slug) : undefined;
  const home = client === undefined ? '/' : `/portal/${slug}`;
  if (client) {
    return (
      <PortalShell ctx={client} at="">
        <NotHere t={client.t} home={home} />
      </PortalShell>
    );
  }
  const { locale } = await pageReader();
  return (
    <main className="mx-auto max-w-[44rem]">
      <NotHere t={translator(locale)} home={home} />
    </main>
  );
}
