import { Certifier } from './certifier.ts';
import { cleanUp, publishDetermined } from './clean-up.ts';
import { complete } from './complete.ts';
import { type Exact, searchExactly } from './exact.ts';
import { linksOf } from './links.ts';
import { Master } from './master.ts';
import { PRIMES } from './modular.ts';
import { primaryReason } from './primary.rules.ts';
import { relax } from './relaxation.ts';
import { holds, type Requirement, requirementsOf } from './requirement.ts';
import { boundBySlices, candidatesOf } from './slices.ts';
import { type Solver, solver } from './solver.ts';
import { stopwatch } from './stopwatch.ts';
import { checkSums, compile, type System } from './system.ts';
import type { Protection, Reader, Reason, SecrecyTable } from './table.ts';
import { unknownValues } from './unknown-values.ts';
import { makeProofsWhole } from './whole-proofs.ts';

const EXACT_CANDIDATES = 700;
const SLICED_CELLS = 60_000;

type Found = { readonly exact: Exact | null; readonly bound: number };

/** Chooses what to hide, in this thread: see `protect`. */
export async function design(
  table: SecrecyTable,
  { reader, budgetMs }: { readonly reader: Reader; readonly budgetMs: number },
): Promise<Protection> {
  const spent = stopwatch();
  checkSums(table);
  const needsSolver = budgetMs > 0 || table.cells.some(({ value }) => value === null);
  const highs = needsSolver ? await solver() : null;
  const system = compile(table, highs === null ? new Map() : unknownValues(highs, table), reader);
  const always = system.primary.map((primary, cell) => (primary === 1 || system.earlier[cell] === 1 ? 1 : 0));
  if (!always.includes(1)) return protectionOf(table, system, always, 'NOTHING_TO_HIDE', 0, []);
  const requirements = requirementsOf(system, reader);
  const late = (share: number) => () => spent() >= budgetMs * share;
  const search = budgetMs > 0 && highs !== null ? explore(highs, system, always, requirements) : null;
  const certifier = search?.exact?.certifier ?? new Certifier(highs ?? (await solver()), system, always);
  const proven = search?.exact?.proven ?? false;
  const chosen = certifier.hidden.slice();
  const making = {
    highs,
    system,
    certifier,
    requirements,
    bothSides: reader === 'NON_NEGATIVE' && search?.exact == null,
  };
  const { unprotected, byChains } = complete({ ...making, isLate: late(0.85) });
  makeProofsWhole(highs, system, certifier, requirements);
  const unchanged = proven && count(certifier.hidden) === count(chosen);
  const doubtful = (cell: number) => search?.exact == null || chosen[cell] === 0;
  if (!unchanged && budgetMs > 0) cleanUp(system, certifier, doubtful, late(1));
  publishDetermined(highs, system, certifier, requirements);
  const failed = gate(system, certifier, requirements, unprotected);
  certifier.dispose();
  const status = unchanged ? 'OPTIMAL' : byChains ? 'FALLBACK' : 'BOUNDED';
  return protectionOf(table, system, certifier.hidden, status, search?.bound ?? 0, failed);

  function explore(
    solving: Solver,
    of: System,
    fixed: Uint8Array,
    needs: readonly Requirement[],
  ): Found | null {
    const candidates = candidatesOf(of, fixed);
    const master = new Master(solving, of.weight, candidates);
    const small = candidates.length <= EXACT_CANDIDATES;
    if (!small && of.keys.length > SLICED_CELLS) return null;
    const isLate = late(small ? 0.7 : 0.55);
    const secondsLeft = () => Math.max(0, budgetMs * (small ? 0.7 : 0.55) - spent()) / 1000;
    let bound = 0;
    let possible = needs;
    if (small) {
      const relaxed = relax(solving, of, fixed, master, needs, isLate);
      bound = relaxed.bound;
      possible = needs.filter((requirement) => !relaxed.impossible.has(requirement));
    } else {
      const until = budgetMs * 0.25;
      const sliced = boundBySlices(solving, of, fixed, needs, { now: spent, until });
      bound = sliced.bound;
      if (sliced.cuts.length === 0) return null;
      for (const cut of sliced.cuts) master.add(cut);
    }
    const search = {
      highs: solving,
      system: of,
      always: fixed,
      master,
      requirements: possible,
      isLate,
      secondsLeft,
    };
    const exact = searchExactly(search, bound, small ? 0 : 1e-3);
    master.dispose();
    return { exact, bound: Math.max(bound, exact?.bound ?? 0) };
  }
}

const count = (hidden: Uint8Array) => hidden.reduce((sum, each) => sum + each, 0);

/** The last look before anything is said to be safe, without the solver: proofs, and linear algebra with both primes. */
function gate(
  system: System,
  certifier: Certifier,
  requirements: readonly Requirement[],
  unprotected: readonly Requirement[],
): string[] {
  const failed = new Set(unprotected.map(({ cell }) => cell));
  for (const requirement of requirements) {
    const proof = certifier.proofOf(requirement);
    if (proof === undefined || !holds(system, certifier.hidden, requirement, proof))
      failed.add(requirement.cell);
  }
  for (const cell of linksOf(system, certifier.hidden, PRIMES).determined) {
    if (system.primary[cell] === 1) failed.add(cell);
  }
  return [...failed].map((cell) => system.keys[cell] ?? '');
}

function protectionOf(
  table: SecrecyTable,
  system: System,
  hidden: Uint8Array,
  status: Protection['status'],
  bound: number,
  unprotectable: readonly string[],
): Protection {
  const at = new Map(system.keys.map((key, cell) => [key, cell]));
  const reasons = new Map<string, Reason>();
  let [cost, shown, all] = [0, 0, 0];
  for (const cell of table.cells) {
    const own = at.get(cell.key);
    all += cell.value ?? 0;
    if (own === undefined || hidden[own] !== 1) {
      shown += cell.value ?? 0;
      continue;
    }
    const reason = primaryReason(cell) ?? (cell.mustStayHidden ? 'EARLIER' : 'SECONDARY');
    if (reason === 'SECONDARY') cost += system.weight[own] ?? 0;
    reasons.set(cell.key, reason);
  }
  const optimal = status === 'OPTIMAL' || status === 'NOTHING_TO_HIDE';
  return {
    hidden: reasons,
    status,
    cost: cost / system.unit,
    bound: (optimal ? cost : Math.min(bound, cost)) / system.unit,
    valueShare: all === 0 ? 1 : shown / all,
    unprotectable,
  };
}
