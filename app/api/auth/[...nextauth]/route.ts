import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth/auth-options';
import { refuse, seeOther } from '@/lib/http/staff-route';

type Context = { params: Promise<{ nextauth: string[] }> };

/**
 * What the sign-in form's library asks for, and nothing else that next-auth offers: signing out, sessions and redirects
 * are our own. It leads to `error` when it has no answer.
 */
const open = (...doors: string[]) => {
  return async (request: Request, context: Context): Promise<Response> => {
    const door = (await context.params).nextauth.join('/');
    if (door === 'error') return seeOther('/sign-in');
    if (!doors.includes(door)) return refuse(404, 'missing');
    try {
      return await NextAuth(authOptions())(request, context);
    } catch (error) {
      // It reads JSON as it comes.
      if (error instanceof SyntaxError) return refuse(400, 'invalid');
      throw error;
    }
  };
};

export const GET = open('csrf', 'providers');
export const POST = open('callback/credentials');
