import type { KeyboardEvent } from 'react';

/**
 * Whether a key belongs to an input method that is still putting characters together, as Chinese is written: Enter and the
 * arrows choose among its candidates then. Safari says so of the last Enter by its code alone.
 */
export function isComposing({ nativeEvent }: KeyboardEvent): boolean {
  return nativeEvent.isComposing || nativeEvent.keyCode === 229;
}
