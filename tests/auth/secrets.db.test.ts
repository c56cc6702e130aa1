import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from '@/lib/auth/password';
import { readSignedId, seal, signId, unseal } from '@/lib/auth/secrets';
import { newId } from '@/lib/db/new-id';

describe('The token of a link', () => {
  it('gives back the id it was made of', () => {
    const id = newId();
    expect(readSignedId('link', signId('link', id))).toBe(id);
  });

  it('is worth nothing for another purpose', () => {
    const id = newId();
    expect(readSignedId('reset', signId('link', id))).toBeNull();
    expect(readSignedId('link', signId('invitation', id))).toBeNull();
  });

  it('is worth nothing with any letter changed, cut off or added', () => {
    const token = signId('link', newId());
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === 'A' ? 'B' : 'A';
      expect(readSignedId('link', token.slice(0, at) + other + token.slice(at + 1))).toBeNull();
    }
    expect(readSignedId('link', token.slice(1))).toBeNull();
    expect(readSignedId('link', `${token}A`)).toBeNull();
    expect(readSignedId('link', '')).toBeNull();
  });

  it('cannot be made from something that is not an id', () => {
    expect(() => signId('link', '../../etc')).toThrow();
  });
});

describe('A sealed secret', () => {
  it('opens for the row it was sealed for, and nowhere else', () => {
    const sealed = seal('sk_test_123', 'stripe:a');
    expect(sealed).not.toContain('sk_test');
    expect(unseal(sealed, 'stripe:a')).toBe('sk_test_123');
    expect(() => unseal(sealed, 'stripe:b')).toThrow();
  });

  it('looks different each time', () => {
    expect(seal('x', 'a')).not.toBe(seal('x', 'a'));
  });
});

describe('A password', () => {
  it('is known again, also typed with full-width letters, and nothing else is', async () => {
    const hash = await hashPassword('correct horse');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword('correct horse', hash)).toBe(true);
    expect(await verifyPassword('ｃorrect horse', hash)).toBe(true);
    expect(await verifyPassword('correct horse ', hash)).toBe(false);
  });

  it('is refused for an account that does not exist, whatever it is', async () => {
    expect(await verifyPassword('', null)).toBe(false);
    expect(await verifyPassword('anything', null)).toBe(false);
  });
});
