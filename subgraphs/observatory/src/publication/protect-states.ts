import { audit, ContradictionError, primaryReason, protect, type Reader } from '@graphess/secrecy';
import { type CubeCell, placeKey } from './cube-cell.ts';
import { type State, type UnionTable, unionTable } from './secrecy-table.ts';
import { isHiddenByProducer } from './totals.ts';

export type HiddenStatus =
  | 'SUPPRESSED_FREQUENCY'
  | 'SUPPRESSED_DOMINANCE'
  | 'SUPPRESSED_PRODUCER'
  | 'SUPPRESSED_SECONDARY';

export type ProtectedStates =
  | {
      kind: 'SAFE';
      /** Every place that is hidden, at whatever instant. */
      hidden: ReadonlySet<string>;
      /** Why places of the last state are. */
      reasons: ReadonlyMap<string, HiddenStatus>;
      /** Lost by the design, and the least that any loses; in the unit of the table. */
      cost: number;
      bound: number;
    }
  /** Places whose value could be found again, or bounded too closely; or a sum that cannot be. */
  | { kind: 'UNSAFE'; places: string[] }
  | { kind: 'CONTRADICTION'; place: string };

export type ProtectOptions = {
  /** Places that were hidden before, and those that were so for themselves. */
  readonly secret: ReadonlySet<string>;
  readonly once: ReadonlySet<string>;
  readonly reader: Reader;
  readonly budgetMs: number;
  readonly signal?: AbortSignal | undefined;
};

const ROUNDS = 6;

/**
 * Chooses what to hide of an indicator and a year, for all instants at once: the last state is the one about to be
 * published. What is hidden at one instant is hidden at all. The audit, which knows nothing of the design, decides.
 */
export async function protectStates(
  states: readonly State[],
  { secret, once, reader, budgetMs, signal }: ProtectOptions,
): Promise<ProtectedStates> {
  const last = states.at(-1)?.cells ?? [];
  const guarded = new Set([...once, ...primaryPlaces(states)]);
  const hidden = new Set(secret);
  let [cost, bound] = [0, 0];
  if (guarded.size === 0 && hidden.size === 0)
    return { kind: 'SAFE', hidden, reasons: new Map(), cost, bound };
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const table = unionTable(states, { secret: hidden, once: guarded });
      const design = await protect(table, { reader, budgetMs, ...(signal ? { signal } : {}) });
      const places = (keys: Iterable<string>) => placesOf(table, keys);
      if (design.unprotectable.length > 0 && places(design.unprotectable).length > 0) {
        return { kind: 'UNSAFE', places: places(design.unprotectable) };
      }
      if (round === 0) [cost, bound] = [design.cost, design.bound];
      for (const place of places(design.hidden.keys())) hidden.add(place);
      const failed = await failures(table, hidden, reader);
      if (failed.length === 0) {
        return { kind: 'SAFE', hidden, reasons: reasonsOf(last, hidden), cost, bound };
      }
      for (const place of failed) guarded.add(place);
    }
    const table = unionTable(states, { secret: hidden, once: guarded });
    return { kind: 'UNSAFE', places: await failures(table, hidden, reader) };
  } catch (error) {
    if (!(error instanceof ContradictionError)) throw error;
    return { kind: 'CONTRADICTION', place: error.relation.total.replace(/@[^@]*$/, '') };
  }
}

/** Places that are hidden, or should be, and that a reader finds again from all that is public, of whatever instant. */
export async function auditStates(
  states: readonly State[],
  { secret, once, reader }: Pick<ProtectOptions, 'secret' | 'once' | 'reader'>,
): Promise<string[]> {
  const guarded = new Set([...once, ...primaryPlaces(states)]);
  const open = [...guarded].filter((place) => !secret.has(place));
  if (guarded.size === 0 && secret.size === 0) return [];
  return [...open, ...(await failures(unionTable(states, { secret, once: guarded }), secret, reader))];
}

/** Places whose figure is a secret for itself, in some state. */
export function primaryPlaces(states: readonly State[]): Set<string> {
  return new Set(states.flatMap(({ cells }) => cells.filter(isPrimary).map(placeKey)));
}

function isPrimary(cell: CubeCell): boolean {
  const { value, units, largest, status } = cell;
  const hiddenByProducer = isHiddenByProducer(status);
  if (value === null && !hiddenByProducer) return false;
  return primaryReason({ value, units, largest, hiddenByProducer }) !== null;
}

/** Hidden places that a reader finds again from all that is public, of whatever instant. */
async function failures(table: UnionTable, hidden: ReadonlySet<string>, reader: Reader): Promise<string[]> {
  const keys = table.cells.flatMap(({ key }) => {
    const place = table.placeOf.get(key) ?? null;
    return place === null || hidden.has(place) ? [key] : [];
  });
  const { determined, narrow, ties } = await audit(table, new Set(keys), { reader });
  return placesOf(table, [...determined, ...narrow.map(({ key }) => key), ...ties.map(([, found]) => found)]);
}

function placesOf(table: UnionTable, keys: Iterable<string>): string[] {
  return [...new Set([...keys].flatMap((key) => table.placeOf.get(key) ?? []))];
}

function reasonsOf(cells: readonly CubeCell[], hidden: ReadonlySet<string>): Map<string, HiddenStatus> {
  return new Map(
    cells.flatMap((cell): [string, HiddenStatus][] => {
      const place = placeKey(cell);
      if (!hidden.has(place) || (cell.value === null && !isHiddenByProducer(cell.status))) return [];
      const { value, units, largest, status } = cell;
      const reason = primaryReason({ value, units, largest, hiddenByProducer: isHiddenByProducer(status) });
      return [[place, reason === null ? 'SUPPRESSED_SECONDARY' : `SUPPRESSED_${reason}`]];
    }),
  );
}
