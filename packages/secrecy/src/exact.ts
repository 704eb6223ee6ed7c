import { Attacker } from './attacker.ts';
import { Certifier } from './certifier.ts';
import { componentsOf } from './components.ts';
import { type Cut, cutOf, linkCut } from './cut.ts';
import { linksOf } from './links.ts';
import type { Master } from './master.ts';
import type { Requirement } from './requirement.ts';
import type { Solver } from './solver.ts';
import type { System } from './system.ts';

export type Exact = {
  readonly hidden: Uint8Array;
  readonly bound: number;
  /** The pattern is safe, and none costs less. */
  readonly proven: boolean;
  readonly certifier: Certifier;
};

export type Search = {
  readonly highs: Solver;
  readonly system: System;
  readonly always: Uint8Array;
  readonly master: Master;
  readonly requirements: readonly Requirement[];
  readonly isLate: () => boolean;
  readonly secondsLeft: () => number;
};

/**
 * Whole patterns: the cheapest one that the cuts allow is attacked; what it fails gives cuts; and so on until it withstands,
 * and is then the cheapest safe one. `firstGap`: what the first patterns may cost too much, in share, to come sooner.
 * Null when no pattern was found in time.
 */
export function searchExactly(search: Search, lowest: number, firstGap = 0): Exact | null {
  const { highs, system, always, master, requirements, isLate, secondsLeft } = search;
  let bound = lowest;
  let gap = firstGap;
  let safe: Omit<Exact, 'bound' | 'proven'> | undefined;
  let last: Omit<Exact, 'bound' | 'proven'> | undefined;
  while (!isLate()) {
    const point = master.solve(secondsLeft(), gap);
    if (point === null) break;
    bound = Math.max(bound, point.bound);
    const hidden = always.map((fixed, cell) => (fixed === 1 || (point.hiddenPart[cell] ?? 0) > 0.5 ? 1 : 0));
    const certifier = new Certifier(highs, system, hidden);
    if (last !== undefined) certifier.inherit(last.certifier);
    last?.certifier.dispose();
    last = { hidden, certifier };
    const failures = certifier.proveAll(requirements, isLate);
    if (isLate()) break;
    const cuts = [...failureCuts(search, certifier, failures), ...linkCuts(search, hidden)];
    const added = cuts.filter((cut) => master.add(cut)).length;
    if (failures.every((requirement) => certifier.proofOf(requirement) !== undefined) && cuts.length === 0) {
      if (point.proven && gap === 0) return { ...last, bound, proven: true };
      safe = last;
      if (gap === 0) break;
      gap = 0;
    } else if (added === 0) break;
  }
  const found = safe ?? last;
  return found === undefined ? null : { ...found, bound, proven: false };
}

/** One cut for each requirement that failed. */
function failureCuts(
  { highs, system, always, isLate }: Search,
  certifier: Certifier,
  failures: readonly Requirement[],
): Cut[] {
  if (failures.length === 0) return [];
  const attackers = attackersOn(highs, system, certifier.hidden);
  const cuts = failures.flatMap((requirement) => {
    const attempt = isLate() ? null : attackers.get(requirement.cell)?.try(requirement);
    if (attempt === null || attempt === undefined) return [];
    const cut = cutOf(system, always, requirement, attempt.prices);
    return cut === null || cut === 'impossible' ? [] : [cut];
  });
  for (const attacker of new Set(attackers.values())) attacker.dispose();
  return cuts;
}

function attackersOn(highs: Solver, system: System, hidden: Uint8Array): Map<number, Attacker> {
  const of = new Map<number, Attacker>();
  for (const cells of componentsOf(system, hidden)) {
    const attacker = new Attacker(highs, system, cells);
    for (const cell of cells) of.set(cell, attacker);
  }
  return of;
}

/** One cut for each cell that a pattern leaves determined, or that a lone contributor computes from his own. */
function linkCuts({ highs, system }: Search, hidden: Uint8Array): Cut[] {
  const { determined, ties } = linksOf(system, hidden);
  const guarded = determined.filter((cell) => system.primary[cell] === 1 || system.earlier[cell] === 1);
  const open: Requirement[] = [
    ...guarded.map((cell) => ({ cell, side: 1 as const, target: 1, without: -1 })),
    ...ties.map(([known, cell]) => ({ cell, side: 1 as const, target: 1, without: known })),
  ];
  if (open.length === 0) return [];
  const attackers = attackersOn(highs, system, hidden);
  for (const attacker of new Set(attackers.values())) attacker.forgetSigns();
  const cuts = open.flatMap((requirement) => {
    const attempt = attackers.get(requirement.cell)?.try(requirement);
    if (attempt === null || attempt === undefined || attempt.prices.size === 0) return [];
    const cut = linkCut(system, hidden, requirement, attempt.prices);
    return cut === 'impossible' ? [] : [cut];
  });
  for (const attacker of new Set(attackers.values())) attacker.dispose();
  return cuts;
}
