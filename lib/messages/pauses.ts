const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FIRST = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR];
const LATER = 8 * HOUR;
const GIVE_UP_AFTER = 96 * HOUR;

/**
 * How long to wait after the n-th failed attempt (from 1), in milliseconds: a minute, growing to eight hours.
 * Null when the attempts have filled four days and the message is given up.
 */
export function pauseAfter(attempts: number): number | null {
  const first = FIRST[attempts - 1];
  if (first !== undefined) return first;
  const spent =
    FIRST.reduce((total, pause) => total + pause, 0) + (attempts - 1 - FIRST.length) * LATER;
  return spent + LATER > GIVE_UP_AFTER ? null : LATER;
}

/** How long a delivery may run before a message found in sending counts as interrupted. SMTP has a deadline of a minute. */
export const SENDING_LEASE_MS = 3 * MINUTE;

/** How often a message without a mail server looks for one by itself; saving the mail settings wakes it at once. */
export const NO_SERVER_PAUSE_MS = HOUR;

/** How long until a message looks again for a PDF that is still being drawn. */
export const PDF_PAUSE_MS = 3_000;
