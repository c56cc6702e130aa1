import type { Instrumentation } from 'next';

/** Next tells of every error that escaped a page, an action or a route; the log keeps it. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  // The proxy may run where there is no Node; the log needs one.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { logError } = await import('@/lib/log/log');
  logError(error, { method: request.method, path: request.path, route: context.routePath });
};
