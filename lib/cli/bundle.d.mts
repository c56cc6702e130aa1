/** See bundle.mjs: bundles one TypeScript entry and returns the absolute path of the result. */
export function bundle(entry: string): Promise<string>;
