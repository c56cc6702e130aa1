import { readSignedId, signId } from '@/lib/auth/secrets';
import { env } from '@/lib/env/env';

/** The address of a link with its token in it. Never stored and never logged: mails hold a placeholder instead. */
export function linkUrl(linkId: string): string {
  return `${env().baseUrl}/l/${signId('link', linkId)}`;
}

/** The id of the link a token belongs to, or null. */
export function linkIdOf(token: string): string | null {
  return readSignedId('link', token);
}

/** What stands in a stored message where the address goes at sending. */
export const LINK_PLACEHOLDER = 'https://link.invalid/portico';
