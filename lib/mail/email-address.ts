import type { MessageKey } from '@/lib/i18n/translate';

export type EmailCheck = { ok: true; email: string } | { ok: false; reason: MessageKey };

/** The 254 characters of an address (RFC 3696, erratum 1690), with room for what is copied along. */
const LONGEST = 400;

const refused = (reason: MessageKey): EmailCheck => ({ ok: false, reason });

/**
 * One mailbox, in the one spelling we store and send to. Lower-cased as a whole: RFC 5321 lets the
 * part before the @ be case-sensitive, no provider makes it so, and two spellings would be two
 * people. An international domain becomes its ASCII form (IDNA). Everything that a mail program could
 * read as another address is refused rather than repaired: several addresses, a name in front,
 * quotes, comments, line breaks, and letters that NFKC turns into others (full-width ＠).
 */
export function checkEmail(text: string): EmailCheck {
  // Before any pattern looks at it: whoever signs in may send anything.
  if (text.length > LONGEST) return refused('addresses.email.tooLong');
  // Invisible marks come along when an address is copied from a right-to-left page.
  const typed = text.normalize('NFC').replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, '');
  if (!typed) return refused('addresses.email.empty');
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(typed)) return refused('addresses.email.invisible');
  if (typed.normalize('NFKC') !== typed) return refused('addresses.email.fullWidth');
  if (/[<>]/.test(typed)) return refused('addresses.email.withName');
  if (/["()[\]\\]/.test(typed)) return refused('addresses.email.quoted');
  if (/[,;]|@.*\s.*@/.test(typed)) return refused('addresses.email.several');
  if (/\s/.test(typed)) return refused('addresses.email.space');

  const [local = '', domain, ...more] = typed.toLowerCase().split('@');
  if (domain === undefined) return refused('addresses.email.noAt');
  if (more.length > 0) return refused('addresses.email.severalAts');
  if (!isLocalPart(local)) return refused('addresses.email.localPart');
  const host = asciiDomain(domain);
  if (!host) return refused('addresses.email.domain');
  const email = `${local}@${host}`;
  // RFC 3696, erratum 1690: a forward path of 256 characters less its angle brackets.
  return email.length > 254 ? refused('addresses.email.tooLong') : { ok: true, email };
}

/** RFC 5322 dot-atom in ASCII, at most 64 characters. */
function isLocalPart(local: string): boolean {
  return (
    local.length <= 64 &&
    /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/.test(local)
  );
}

/** A host name of at least two labels whose last is no number, in ASCII; null for anything else. */
function asciiDomain(domain: string): string | null {
  if (!/^[\p{L}\p{N}\p{M}.-]+$/u.test(domain) || !URL.canParse(`http://${domain}`)) return null;
  const host = new URL(`http://${domain}`).hostname;
  const labels = host.split('.');
  const wellFormed = labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
  const last = labels.at(-1) ?? '';
  return wellFormed && labels.length > 1 && /^([a-z]{2,}|xn--.+)$/.test(last) ? host : null;
}
