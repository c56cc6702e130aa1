/** Reproducible chance for property tests (mulberry32): the same seed gives the same run. */
export function randomOf(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    int,
    chance: (probability: number) => next() < probability,
    /** One of them, or undefined when there is none. */
    one: <T>(all: readonly T[]): T | undefined => all[int(0, Math.max(0, all.length - 1))],
    /** One to three of them, none twice. */
    some<T>(all: readonly T[]): T[] {
      const start = int(0, Math.max(0, all.length - 1));
      return all.slice(start, start + int(1, 3));
    },
  };
}
