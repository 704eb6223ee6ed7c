import type { Certifier } from './certifier.ts';
import { chainFor } from './chain.ts';
import { detourFor } from './detour.ts';
import { linksOf } from './links.ts';
import type { Certificate, Requirement } from './requirement.ts';
import type { Solver } from './solver.ts';
import type { System } from './system.ts';

export type Completion = { readonly unprotected: readonly Requirement[]; readonly byChains: boolean };

type Making = {
  readonly highs: Solver | null;
  readonly system: System;
  readonly certifier: Certifier;
  readonly requirements: readonly Requirement[];
  /** Opposite moves count as well: the reader believes that a cell may fall to zero. */
  readonly bothSides: boolean;
  readonly isLate: () => boolean;
};

/**
 * Makes any pattern safe by hiding more: what cannot be proved gets a detour, or, once time is over, a chain. Then no
 * lone contributor may compute another’s cell. Ends whatever the clock says.
 */
export function complete({ highs, system, certifier, requirements, bothSides, isLate }: Making): Completion {
  let byChains = false;
  const unprotected: Requirement[] = [];
  const open =
    highs !== null && !bothSides
      ? certifier.proveAll(requirements, isLate)
      : requirements.filter((requirement) => certifier.proofOf(requirement) === undefined);
  open.sort((one, other) => other.target - one.target || one.cell - other.cell || other.side - one.side);
  const byCell = Map.groupBy(open, ({ cell }) => cell);
  for (const requirement of open) {
    if (certifier.proofOf(requirement) !== undefined) continue;
    const certificate = wayFor(requirement);
    if (certificate === null) unprotected.push(requirement);
    else take(requirement, certificate);
  }
  for (let more = true; more; ) {
    more = false;
    for (const requirement of looseEnds()) {
      const certificate = wayFor(requirement);
      if (certificate === null || certificate.cells.every((cell) => certifier.hidden[cell] === 1)) continue;
      certifier.hideMore(certificate.cells);
      more = true;
    }
  }
  return { unprotected, byChains };

  /** What linear algebra gives to a lone contributor, or to everybody of what was hidden before. */
  function looseEnds(): Requirement[] {
    const { determined, ties } = linksOf(system, certifier.hidden);
    const end = (cell: number, without: number) => ({ cell, side: 1 as const, target: system.unit, without });
    return [
      ...determined.filter((cell) => system.earlier[cell] === 1).map((cell) => end(cell, -1)),
      ...ties.map(([known, cell]) => end(cell, known)),
    ];
  }

  function wayFor(requirement: Requirement): Certificate | null {
    if (highs !== null && !isLate()) {
      const ground = { highs, system, hidden: certifier.hidden };
      const symmetric = bothSides ? detourFor(ground, requirement, { bothSides: true, whole: false }) : null;
      const detour = symmetric ?? detourFor(ground, requirement, { bothSides: false, whole: false });
      if (detour !== null) return detour;
    }
    const chain = chainFor(system, requirement);
    byChains ||= chain !== null;
    return chain;
  }

  function take(requirement: Requirement, certificate: Certificate): void {
    certifier.hideMore(certificate.cells);
    certifier.accept(requirement, certificate);
    certifier.proveAlong(requirement, byCell);
  }
}
