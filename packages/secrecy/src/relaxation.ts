import { Attacker } from './attacker.ts';
import { cutOf } from './cut.ts';
import { Master } from './master.ts';
import type { Requirement } from './requirement.ts';
import type { Solver } from './solver.ts';
import type { System } from './system.ts';

const VIOLATED = 1 - 1e-4;
const ENOUGH_ROUNDS = 60;

/**
 * Cells hidden in part: the reader may move a cell by that part of what he could. Whatever still fails gives a cut, until
 * none does. Returns the lower bound on the cost of every safe pattern that the cuts prove.
 */
export function relax(
  highs: Solver,
  system: System,
  always: Uint8Array,
  master: Master,
  requirements: readonly Requirement[],
  isLate: () => boolean,
): { readonly bound: number; readonly impossible: ReadonlySet<Requirement> } {
  const impossible = new Set<Requirement>();
  let bound = 0;
  for (let round = 0; round < ENOUGH_ROUNDS && !isLate(); round += 1) {
    const point = master.relax();
    if (point === null) break;
    bound = point.bound;
    if (!separate(point.hiddenPart)) break;
  }
  return { bound, impossible };

  function separate(hiddenPart: Float64Array): boolean {
    const shown = system.keys.flatMap((_, cell) =>
      always[cell] === 1 || (hiddenPart[cell] ?? 0) > 1e-7 ? [cell] : [],
    );
    const partly = shown.filter((cell) => always[cell] !== 1 && (hiddenPart[cell] ?? 0) < 1 - 1e-7);
    const part = Float64Array.from(partly, (cell) => hiddenPart[cell] ?? 0);
    const attacker = new Attacker(highs, system, Int32Array.from(shown));
    let added = false;
    for (const requirement of requirements) {
      if (isLate()) break;
      if (impossible.has(requirement)) continue;
      const { target } = requirement;
      attacker.restrain(
        partly,
        part.map((each, at) => -Math.min(system.fall[partly[at] ?? -1] ?? 0, target) * each),
        part.map((each) => target * each),
      );
      const attempt = attacker.try(requirement);
      if (attempt === null) continue;
      const cut = cutOf(system, always, requirement, attempt.prices);
      if (cut === 'impossible') impossible.add(requirement);
      else if (cut !== null && Master.measure(cut, hiddenPart) < VIOLATED) added = master.add(cut) || added;
    }
    attacker.dispose();
    return added;
  }
}
