import type { Certifier } from './certifier.ts';
import { linksOf } from './links.ts';
import { PRIMES } from './modular.ts';
import { withoutPinned } from './pinned.ts';
import type { Certificate, Requirement } from './requirement.ts';
import type { Solver } from './solver.ts';
import type { System } from './system.ts';

/** A secondary cell that the reader computes all the same protects nothing: it costs nothing to publish it. */
export function publishDetermined(
  highs: Solver | null,
  system: System,
  certifier: Certifier,
  requirements: readonly Requirement[],
): void {
  const { hidden } = certifier;
  const spared = (cell: number) => system.primary[cell] === 0 && system.earlier[cell] === 0;
  for (;;) {
    const known = new Set(linksOf(system, hidden, PRIMES).determined);
    if (highs !== null) {
      const free = withoutPinned(highs, system, hidden);
      hidden.forEach((each, cell) => {
        if (each === 1 && free[cell] === 0) known.add(cell);
      });
    }
    const useless = [...known].filter(spared);
    if (useless.length === 0) return;
    for (const cell of useless) certifier.publish(cell);
    certifier.proveAll(requirements);
  }
}

/**
 * Publishes again what a heuristic hid for nothing, the dearest first, as long as every requirement is still proved and
 * nobody computes what is not his. The pattern is safe after each step: it may stop at any time.
 */
export function cleanUp(
  system: System,
  certifier: Certifier,
  doubtful: (cell: number) => boolean,
  isLate: () => boolean,
): void {
  const { hidden } = certifier;
  const fixed = (cell: number) => system.primary[cell] === 1 || system.earlier[cell] === 1;
  const secondaries = system.keys
    .flatMap((_, cell) => (hidden[cell] === 1 && !fixed(cell) && doubtful(cell) ? [cell] : []))
    .sort((one, other) => (system.weight[other] ?? 0) - (system.weight[one] ?? 0) || one - other);
  const before = linksOf(system, hidden);
  const known = new Set([...before.ties.map((tie) => tie.join()), ...before.determined.map(String)]);
  for (const cell of secondaries) {
    if (isLate()) return;
    if (leavesOneAlone(cell)) continue;
    tryToPublish(cell);
  }

  function tryToPublish(cell: number): void {
    const proofs = new Map<Requirement, Certificate>();
    for (const requirement of certifier.usersOf(cell)) {
      const proof = certifier.proofOf(requirement);
      if (proof !== undefined) proofs.set(requirement, proof);
    }
    certifier.publish(cell);
    const safe =
      [...proofs.keys()].every((requirement) => !isLate() && certifier.proveWholly(requirement)) &&
      !betrays();
    if (safe) return;
    certifier.hideAgain(cell);
    for (const [requirement, proof] of proofs) certifier.accept(requirement, proof);
  }

  function betrays(): boolean {
    const { determined, ties } = linksOf(system, hidden);
    return (
      determined.some((cell) => fixed(cell) && !known.has(String(cell))) ||
      ties.some((tie) => !known.has(tie.join()))
    );
  }

  function leavesOneAlone(cell: number): boolean {
    return [...(system.rowsOf[cell] ?? [])].some((row) => {
      const others = [...(system.rows[row]?.cells ?? [])].filter(
        (each) => each !== cell && hidden[each] === 1,
      );
      return others.length === 1 && fixed(others[0] ?? -1);
    });
  }
}
