/**
 * A failure whose message is one clear sentence for the person who runs Portico. Commands print it
 * without a stack and end with exit code 1. Recognised by its name, because each bundle has its
 * own copy of the class.
 */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}
