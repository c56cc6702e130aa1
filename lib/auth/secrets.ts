import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { env } from '@/lib/env/env';

function key(purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', env().secret, 'portico', purpose, 32));
}

/** SHA-256 as hex: how opaque cookies are kept in the database. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** 256 random bits as URL-safe text. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What a token is good for; it is worth nothing for anything else. */
export type TokenPurpose = 'link' | 'reset' | 'invitation' | 'sign-up';

/** The token of a row: its id and an HMAC over it (nothing secret is stored, yet the same link can be written again). */
export function signId(purpose: TokenPurpose, id: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  if (bytes.length !== 16) throw new Error('not an id');
  return Buffer.concat([bytes, mac(purpose, bytes)]).toString('base64url');
}

/** The id inside a token made by `signId` for the same purpose, or null for anything else. */
export function readSignedId(purpose: TokenPurpose, token: string): string | null {
  if (!/^[\w-]{64}$/.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const id = bytes.subarray(0, 16);
  if (!timingSafeEqual(bytes.subarray(16), mac(purpose, id))) return null;
  const hex = id.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function mac(purpose: string, bytes: Buffer): Buffer {
  return createHmac('sha256', key(`token:${purpose}`))
    .update(bytes)
    .digest();
}

/** Encrypts a secret for storage (AES-256-GCM). `bound` ties it to its row: it opens nowhere else. */
export function seal(text: string, bound: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key('seal'), iv);
  cipher.setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `v1.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
}

/** Decrypts what `seal` made with the same `bound`. Throws for anything else. */
export function unseal(sealed: string, bound: string): string {
  if (!sealed.startsWith('v1.')) throw new Error('not a sealed value');
  const bytes = Buffer.from(sealed.slice(3), 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key('seal'), bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}
