import type { StaffContext } from '@/lib/auth/context';
import type { Locale } from '@/lib/i18n/locale';
import type { TemplateKind, Words } from './variables';
import { builtInWords } from './words-of';

/** The general words of a mail as the settings show them; version 0 is the built-in text. */
export type Template = Words & { version: number };

export async function findTemplate(
  ctx: StaffContext,
  kind: TemplateKind,
  locale: Locale,
): Promise<Template> {
  const row = await ctx.db.mailTemplate.findFirst({
    where: { kind, locale, partyId: null },
    select: { subject: true, body: true, version: true },
  });
  return row ?? { ...builtInWords(kind, locale), version: 0 };
}

/** The languages in which the business has words of its own for a mail. */
export async function ownLanguages(ctx: StaffContext, kind: TemplateKind): Promise<Locale[]> {
  const rows = await ctx.db.mailTemplate.findMany({
    where: { kind, partyId: null },
    select: { locale: true },
  });
  return rows.map(({ locale }) => locale);
}
