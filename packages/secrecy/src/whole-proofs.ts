import type { Certifier } from './certifier.ts';
import { chainFor } from './chain.ts';
import { costOf, detourFor } from './detour.ts';
import { type Certificate, holds, isWhole, type Requirement } from './requirement.ts';
import type { Solver } from './solver.ts';
import type { System } from './system.ts';

/** From there on, the next whole number is within the interval’s own rounding. */
const SMALL = 2;
const VARIATIONS = 6;

/**
 * Whole values have a reader who knows that they are whole: a proof by halves is none. Finds whole proofs in their place,
 * or hides more. Asked of small cells, whose interval could hold a single whole number.
 */
export function makeProofsWhole(
  highs: Solver | null,
  system: System,
  certifier: Certifier,
  requirements: readonly Requirement[],
): void {
  if (!system.whole || highs === null) return;
  const { hidden } = certifier;
  const ground = { highs, system, hidden };
  const open = requirements.filter((requirement) => {
    const proof = certifier.proofOf(requirement);
    return proof !== undefined && requirement.target <= SMALL && !isWhole(proof.by);
  });
  for (const requirement of open) {
    const proof = certifier.proofOf(requirement);
    if (proof === undefined || isWhole(proof.by)) continue;
    const better = multiplied(requirement, proof) ?? cheapest(requirement) ?? chainFor(system, requirement);
    if (better === null) continue;
    certifier.hideMore(better.cells);
    for (const other of open) {
      if (better.cells.includes(other.cell) && !isWhole(certifier.proofOf(other)?.by))
        acceptEither(other, better);
    }
  }

  /** Other ways first, one of which is often whole; then a search by whole numbers. The first that costs nothing is taken. */
  function cheapest(requirement: Requirement): Certificate | null {
    let best: Certificate | null = null;
    for (let variation = 0; variation <= VARIATIONS; variation += 1) {
      const whole = variation === VARIATIONS;
      const detour = detourFor(ground, requirement, { bothSides: false, whole, variation });
      const found = detour === null ? null : multiplied(requirement, detour, true);
      if (found !== null && (best === null || costOf(ground, found) < costOf(ground, best))) best = found;
      if (best !== null && costOf(ground, best) === 0) break;
    }
    return best;
  }

  function acceptEither(requirement: Requirement, proof: Certificate): void {
    const opposite = { cells: proof.cells, by: proof.by.map((by) => -by) };
    const found = multiplied(requirement, proof) ?? multiplied(requirement, opposite);
    if (found !== null) certifier.accept(requirement, found);
  }

  /** Halves and thirds, twice or six times, are whole: good when cells can fall so far. */
  function multiplied(
    requirement: Requirement,
    { cells, by }: Certificate,
    hiding = false,
  ): Certificate | null {
    const pattern = hiding ? hidden.slice() : hidden;
    if (hiding) for (const cell of cells) pattern[cell] = 1;
    for (const times of [1, 2, 3, 4, 6]) {
      const whole = { cells, by: by.map((each) => Math.round(each * times)) };
      if (holds(system, pattern, requirement, whole)) return whole;
    }
    return null;
  }
}
