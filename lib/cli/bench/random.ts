/** The same numbers at every run, so that two runs measure the same world: mulberry32. */
export type Random = {
  /** From 0 up to, not including, 1. */
  fraction(): number;
  /** From 0 up to, not including, `below`. */
  whole(below: number): number;
  chance(percent: number): boolean;
  pick<T>(values: readonly T[]): T;
  /** An id of version 7, as of this instant: like `newId`, without asking the system for chance each time. */
  id(at: number): string;
};

export function seededRandom(seed: number): Random {
  let state = seed;
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const hex = (digits: number) =>
    Math.floor(fraction() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  return {
    id(at) {
      const time = at.toString(16).padStart(12, '0');
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`;
    },
    fraction,
    whole: (below) => Math.floor(fraction() * below),
    chance: (percent) => fraction() * 100 < percent,
    pick: (values) => {
      const value = values[Math.floor(fraction() * values.length)];
      if (value === undefined) throw new Error('nothing to pick from');
      return value;
    },
  };
}
