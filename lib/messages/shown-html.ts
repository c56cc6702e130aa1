import type { AnyContext } from '@/lib/auth/context';
import { env } from '@/lib/env/env';
import { readFile } from '@/lib/files/store';
import { LINK_PLACEHOLDER } from '@/lib/links/link-url';
import { mailLogo } from './attachments';

/** What stands in for the address where a mail is only looked at: it leads nowhere. */
function shownLink(): string {
  return `${env().baseUrl}/l/…`;
}

/** The HTML of a mail for looking at inside the product: its links lead nowhere, its logo is put in. */
export async function shownHtml(
  ctx: AnyContext,
  html: string,
  logoHash: string | null,
): Promise<string> {
  const logo = html.includes('cid:logo') && logoHash ? await logoData(ctx, logoHash) : '';
  return html
    .replaceAll(`href="${LINK_PLACEHOLDER}"`, '')
    .replaceAll(LINK_PLACEHOLDER, shownLink())
    .replaceAll('cid:logo', logo);
}

/** The plain text of a mail for looking at. */
export function shownText(text: string): string {
  return text.replaceAll(LINK_PLACEHOLDER, shownLink());
}

async function logoData(ctx: AnyContext, hash: string): Promise<string> {
  const logo = await readFile(ctx.business.id, hash);
  if (!logo) return '';
  return `data:image/png;base64,${Buffer.from(await mailLogo(logo.bytes)).toString('base64')}`;
}
