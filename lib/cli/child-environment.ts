import { env, VARIABLES } from '@/lib/env/env';

/**
 * The environment of a child process. Every variable of ours is written out, also the empty ones:
 * Next reads `.env` files for whatever is not set, and would mix them into what was decided here.
 */
export function childEnvironment(mode: 'production' | 'development'): NodeJS.ProcessEnv {
  const own = Object.fromEntries(VARIABLES.map((name) => [name, process.env[name] ?? '']));
  return {
    ...process.env,
    ...own,
    BASE_URL: env().baseUrl,
    NEXTAUTH_URL: env().baseUrl,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: mode,
    PORTICO_CHILD: '1',
  };
}
