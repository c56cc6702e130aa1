import type { Instrumentation } from 'next';

/** Next tells of every error that escaped a page, an action or a route; the log keeps it. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  // The proxy may run where there is no Node; the log needs one.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const [{ logError }, { isDatabaseAway }, { noteDatabaseAway }] = await Promise.all([
    import('@/lib/log/log'),
    import('@/lib/db/database-away'),
    import('@/lib/db/readiness'),
  ]);
  if (isDatabaseAway(error)) noteDatabaseAway();
  logError(error, { method: request.method, path: request.path, route: context.routePath });
};
