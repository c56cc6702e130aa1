import { format } from 'node:util';
import { afterEach, beforeEach } from 'vitest';

/**
 * An error printed to the console is something that went wrong unseen: it fails the test it happens in.
 * A test that means to cause one says so first with `expectConsoleError`.
 */
const state: { printed: string[]; expected: RegExp[] } = { printed: [], expected: [] };
const original = console.error;

beforeEach(() => {
  state.printed = [];
  state.expected = [];
  console.error = (...args: unknown[]) => {
    const text = format(...args);
    if (!state.expected.some((pattern) => pattern.test(text))) state.printed.push(text);
  };
});

afterEach(() => {
  console.error = original;
  const [first] = state.printed;
  if (first !== undefined) throw new Error(`Unexpected console.error: ${first}`);
});

/** Lets the running test print errors that match. */
export function expectConsoleError(pattern: RegExp): void {
  state.expected.push(pattern);
}
