import { afterEach, describe, expect, it } from 'vitest';
import { cookieOptions, deviceCookie, portalCookie, staffCookie } from '@/lib/auth/cookies';
import { newId } from '@/lib/db/new-id';
import { forgetEnv } from '@/lib/env/env';

const before = process.env.BASE_URL;

afterEach(() => at(before));

function at(baseUrl: string | undefined) {
  if (baseUrl === undefined) delete process.env.BASE_URL;
  else process.env.BASE_URL = baseUrl;
  forgetEnv();
}

describe('A cookie', () => {
  it('over https belongs to this host alone, to no script, and comes along from no other site’s form', () => {
    at('https://portico.example');
    const id = newId();
    for (const name of [staffCookie(), portalCookie(id), deviceCookie(id)]) {
      expect(name).toMatch(/^__Host-/);
    }
    expect(cookieOptions(60)).toEqual({
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: true,
      maxAge: 60,
    });
  });

  it('of the staff, of each portal and of a device are never one and the same', () => {
    at('http://127.0.0.1:3000');
    const [one, two] = [newId(), newId()];
    const names = [
      staffCookie(),
      ...[one, two].flatMap((id) => [portalCookie(id), deviceCookie(id)]),
    ];
    expect(new Set(names).size).toBe(names.length);
  });
});
