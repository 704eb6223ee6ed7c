import { directionOf, nullVectors, PRIMES } from './modular.ts';
import type { System } from './system.ts';

export type Links = {
  /** Hidden cells that published sums give away. */
  readonly determined: readonly number[];
  /** [known, recovered]: cells of one contributor that give him a primary cell which is not his. */
  readonly ties: readonly (readonly [number, number])[];
};

/** What linear algebra tells of a pattern; with both primes, what one of them hid by accident is seen by the other. */
export function linksOf(system: System, hidden: Uint8Array, primes: readonly number[] = [PRIMES[0]]): Links {
  const determined = new Set<number>();
  const ties = new Map<string, readonly [number, number]>();
  for (const prime of primes) {
    const draws = nullVectors(system.rows, hidden.length, hidden, prime);
    const groups = new Map<string, number[]>();
    for (let cell = 0; cell < hidden.length; cell += 1) {
      if (hidden[cell] !== 1) continue;
      const direction = directionOf(draws, cell, prime);
      if (direction === null) determined.add(cell);
      else groups.set(direction, [...(groups.get(direction) ?? []), cell]);
    }
    for (const group of groups.values()) {
      for (const known of group) {
        const holder = system.holder[known] ?? -1;
        if (holder < 0) continue;
        for (const cell of group) {
          if (cell === known || system.primary[cell] !== 1 || system.holder[cell] === holder) continue;
          ties.set(`${known} ${cell}`, [known, cell]);
        }
      }
    }
  }
  return { determined: [...determined], ties: [...ties.values()] };
}
