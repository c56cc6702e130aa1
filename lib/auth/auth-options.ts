import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { unscopedDb } from '@/lib/db/client';
import { env } from '@/lib/env/env';
import { clientAddress } from '@/lib/http/client-address';
import { rateLimitKey } from '@/lib/http/rate-limit-key';
import { logError } from '@/lib/log/log';
import { checkEmail } from '@/lib/mail/email-address';
import { cookieOptions, staffCookie } from './cookies';
import { verifyPassword } from './password';
import { withinLimit } from './rate-limit';
import { findStaffSession, STAFF_SESSION_DAYS, startStaffSession } from './staff-session';

type SignedIn = { id: string; cookie: string };

const LIMITS = { account: { most: 10, seconds: 900 }, network: { most: 60, seconds: 900 } };

/** The error text the sign-in form meets when there were too many attempts. */
export const TOO_MANY = 'TooMany';

/** next-auth's own text for a wrong e-mail or password; whatever else comes back is our trouble. */
export const WRONG = 'CredentialsSignin';

/**
 * next-auth with e-mail and password. It refuses database sessions for credentials, so its "JWT" is our own:
 * the cookie is an opaque id and the session is a row (see staff-session.ts).
 */
export function authOptions(): NextAuthOptions {
  const maxAge = STAFF_SESSION_DAYS * 86_400;
  return {
    secret: env().secret,
    session: { strategy: 'jwt', maxAge },
    cookies: { sessionToken: { name: staffCookie(), options: cookieOptions(maxAge) } },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          try {
            return await signIn(credentials, new Headers((request.headers ?? {}) as HeadersInit));
          } catch (error) {
            // next-auth would show the error's own words to whoever asks.
            throw error instanceof TooMany
              ? error
              : new Error(logError(error, { part: 'sign-in' }));
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) =>
        user ? { cookie: (user as SignedIn).cookie } : { cookie: token.cookie },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ baseUrl }) => baseUrl,
    },
    jwt: {
      maxAge,
      encode: ({ token }) => String(token?.cookie ?? ''),
      async decode({ token }) {
        if (!token || !(await findStaffSession(token, new Date()))) return null;
        return { cookie: token };
      },
    },
  };
}

class TooMany extends Error {
  constructor() {
    super(TOO_MANY);
  }
}

async function signIn(
  credentials: Record<string, string> | undefined,
  headers: Headers,
): Promise<SignedIn | null> {
  const now = new Date();
  // As sign-up read it; what is no address at all is counted under none and found by none.
  const checked = checkEmail(String(credentials?.email ?? ''));
  const email = checked.ok ? checked.email : '';
  const password = String(credentials?.password ?? '');
  const address = clientAddress(headers);
  const { account, network } = LIMITS;
  const allowed =
    (await withinLimit('sign-in-address', rateLimitKey(address), network, now)) &&
    (!email || (await withinLimit('sign-in-account', email, account, now)));
  if (!allowed) throw new TooMany();
  const user = await unscopedDb().user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true },
  });
  const right = await verifyPassword(password, user?.passwordHash ?? null);
  if (!user || !right) return null;
  const { id, passwordHash } = user;
  const from = { userAgent: headers.get('user-agent') ?? '', address };
  return unscopedDb().$transaction(async (tx) => {
    // Checking took a while. A password changed meanwhile ends every sign-in there is, and this one must be among them:
    // taking the row's lock, it comes before that change or sees it.
    const same = await tx.user.updateMany({ where: { id, passwordHash }, data: { passwordHash } });
    return same.count === 1 ? { id, cookie: await startStaffSession(id, from, now, tx) } : null;
  });
}
