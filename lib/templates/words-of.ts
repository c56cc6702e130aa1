import type { AnyContext } from '@/lib/auth/context';
import type { Locale } from '@/lib/i18n/locale';
import { translator } from '@/lib/i18n/translate';
import type { TemplateKind, Words } from './variables';

/** Where a mail's words come from: this client's own template, the business's, or the built-in text. */
export type WordsSource = 'client' | 'business' | 'builtIn';

/** The words that come with Portico. */
export function builtInWords(kind: TemplateKind, locale: Locale): Words {
  const t = translator(locale);
  return kind === 'INVOICE'
    ? { subject: t('emails.invoice.subject'), body: t('emails.invoice.body') }
    : { subject: t('emails.receipt.subject'), body: t('emails.receipt.body') };
}

/**
 * The words of a mail to a client, whole from one source and never mixed: the client's own template, else the
 * business's for this language, else the built-in text.
 */
export async function wordsOf(
  db: AnyContext['db'],
  kind: TemplateKind,
  locale: Locale,
  partyId: string | null,
): Promise<Words & { source: WordsSource }> {
  const rows = await db.mailTemplate.findMany({
    where: { kind, locale, OR: [{ partyId: null }, ...(partyId ? [{ partyId }] : [])] },
    select: { partyId: true, subject: true, body: true },
  });
  const own = rows.find((row) => row.partyId !== null);
  const general = rows.find((row) => row.partyId === null);
  if (own) return { subject: own.subject, body: own.body, source: 'client' };
  if (general) return { subject: general.subject, body: general.body, source: 'business' };
  return { ...builtInWords(kind, locale), source: 'builtIn' };
}
