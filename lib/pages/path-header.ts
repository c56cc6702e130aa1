/** Set by proxy.ts on each request: path and query, for the way back after signing in. Used for nothing that needs trust. */
export const PATH_HEADER = 'x-portico-path';
