import type { PortalContext } from '@/lib/auth/context';
import type { Locale } from '@/lib/i18n/locale';

/** Keeps the language a person wants to read in: for this session, and for the ones they begin later. */
export async function chooseLanguage(ctx: PortalContext, locale: Locale): Promise<void> {
  await ctx.db.portalSession.update({
    where: ctx.key(ctx.sessionId),
    data: { locale },
    select: { id: true },
  });
}
