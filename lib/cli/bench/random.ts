/** The same numbers at every run, so that two runs measure the same world: mulberry32. */
export type Random = {
  /** From 0 up to, not including, 1. */
  fraction(): number;
  /** From 0 up to, not including, `below`. */
  whole(below: number): number;
  chance(percent: number): boolean;
  pick<T>(values: readonly T[]): T;
};

export function seededRandom(seed: number): Random {
  let state = seed;
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
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
