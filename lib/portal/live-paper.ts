import { paperBuyer, paperLogo, paperSeller } from '@/lib/documents/paper-parties';
import type { PaperFrame } from '@/lib/documents/pdf/paper';
import { mainContactName } from '@/lib/documents/snapshot';
import { env } from '@/lib/env/env';
import type { ClientView } from './client-view';

/**
 * What every paper of an account has, from the business and the client as they stand now: such papers are drawn when they
 * are asked for, and not kept. `place` is the portal's page that shows the same.
 */
export async function livePaper(
  view: ClientView,
  { currency, place }: { currency: string; place: string },
): Promise<PaperFrame> {
  const { business, party, locale } = view;
  const [contactName, logoPng] = await Promise.all([
    mainContactName(view.db, party),
    paperLogo(business.id, business.logoHash),
  ]);
  return {
    locale,
    currency,
    pageSize: business.paperSize,
    brandColor: business.brandColor,
    logoPng,
    seller: paperSeller(business, party, locale),
    buyer: paperBuyer(business, party, contactName, locale),
    portalUrl: `${env().baseUrl}/portal/${business.slug}/${place}`,
    // The day alone: asked for twice on one day, an account that has not moved is the same file.
    documentDate: `${view.today()}T00:00:00.000Z`,
    stamp: null,
  };
}
