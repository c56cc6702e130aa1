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

const PDF_FIRST_PAUSE = 3_000;
const PDF_LONGEST_PAUSE = 5 * MINUTE;
const PDF_GIVE_UP_AFTER = HOUR;

/**
 * How long until a message that has been due for `waited` milliseconds looks again for a PDF that is still being drawn: three
 * seconds, growing to five minutes. Null after an hour: the drawing fails for a reason that somebody has to see to.
 */
export function pdfPause(waited: number): number | null {
  if (waited >= PDF_GIVE_UP_AFTER) return null;
  return Math.min(Math.max(PDF_FIRST_PAUSE, waited / 2), PDF_LONGEST_PAUSE);
}

/** From when on a message asks for its PDF to be drawn again: the first job for it may have given up. */
export const ASK_FOR_PDF_AFTER_MS = 2 * MINUTE;
