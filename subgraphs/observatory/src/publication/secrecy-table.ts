import type { Relation, SecrecyCell, SecrecyTable } from '@graphess/secrecy';
import { type CubeCell, type Geography, placeKey } from './cube-cell.ts';
import { sumsOver } from './sums.ts';
import { isHiddenByProducer } from './totals.ts';

/** What was published, or is about to be, at one instant. `units` are those that tell whether a figure is a secret. */
export type State = { readonly cells: readonly CubeCell[]; readonly geography: Geography };

export type UnionTable = SecrecyTable & {
  /** The place of each key, null for what is in no table: rests, totals that nobody publishes. */
  readonly placeOf: ReadonlyMap<string, string | null>;
};

type Options = {
  /** Places that were hidden once: they stay so. */
  readonly secret: ReadonlySet<string>;
  /** Places that were hidden for themselves once, whatever they are worth today. */
  readonly once: ReadonlySet<string>;
};

/**
 * One table of all that was ever published of an indicator and a year: a figure that changed has a cell for each value it
 * had, one that did not has the same cell at every instant. What a reader may draw from the difference of two instants is
 * then drawn in one system. Values are whole, in the tenth or hundredth that some figure is told in; one stays one.
 */
export function unionTable(states: readonly State[], { secret, once }: Options): UnionTable {
  const unit = unitOf(states);
  const cells = new Map<string, SecrecyCell>();
  const relations = new Map<string, Relation>();
  const placeOf = new Map<string, string | null>();
  const add = (cell: SecrecyCell, place: string | null) => {
    cells.set(cell.key, cell);
    placeOf.set(cell.key, place);
    return cell.key;
  };
  states.forEach(({ cells: state, geography }, at) => {
    const known = new Map<string, SecrecyCell>();
    for (const cell of state) {
      if (cell.value === null && !isHiddenByProducer(cell.status)) continue;
      const place = placeKey(cell);
      const value = cell.value === null ? null : Math.round(cell.value / unit);
      const key = `${place}@${value ?? `?${at}`}`;
      const former = cells.get(key);
      const judged: SecrecyCell = {
        key,
        value,
        units: cell.units,
        largest: cell.largest === null ? null : Math.round(cell.largest / unit),
        hiddenByProducer:
          isHiddenByProducer(cell.status) || once.has(place) || former?.hiddenByProducer === true,
        mustStayHidden: secret.has(place),
      };
      add(fewest(former, judged), place);
      known.set(place, judged);
    }
    for (const relation of relationsOf(state, known, geography, at, add)) {
      relations.set(`${relation.total}=${[...relation.parts].sort().join('+')}`, relation);
    }
  });
  const one = Math.round(1 / unit);
  return { cells: [...cells.values()], relations: [...relations.values()], one, placeOf };
}

/** The most careful view of a figure that has the same value at two instants. */
function fewest(former: SecrecyCell | undefined, cell: SecrecyCell): SecrecyCell {
  if (former === undefined) return cell;
  const units =
    former.units === null || cell.units === null
      ? (former.units ?? cell.units)
      : Math.min(former.units, cell.units);
  const largest =
    former.largest === null || cell.largest === null
      ? (former.largest ?? cell.largest)
      : Math.max(former.largest, cell.largest);
  return { ...cell, units, largest };
}

function relationsOf(
  state: readonly CubeCell[],
  known: ReadonlyMap<string, SecrecyCell>,
  geography: Geography,
  at: number,
  add: (cell: SecrecyCell, place: null) => string,
): Relation[] {
  const partitions = Map.groupBy(
    sumsOver(
      state.filter((cell) => known.has(placeKey(cell))),
      geography,
    ),
    ({ total }) => placeKey(total),
  );
  return [...partitions].flatMap(([place, sums]) => {
    const total = known.get(place) ?? unpublished(place, sums, known, at, add);
    if (total === null) return [];
    return sums.flatMap(({ axis, parts, complete }): Relation[] => {
      const told = parts.flatMap((part) => known.get(placeKey(part)) ?? []);
      if (!known.has(place) && !complete) return [];
      const keys = told.map(({ key }) => key);
      return [
        {
          total: total.key,
          dimension: axis,
          parts: [...keys, ...restOf(total, told, complete, axis, at, add)],
        },
      ];
    });
  });
}

/** A total that nobody publishes, and that two complete sums tell to be the same. */
function unpublished(
  place: string,
  sums: readonly { complete: boolean; parts: readonly { territory: string; breakdown: string }[] }[],
  known: ReadonlyMap<string, SecrecyCell>,
  at: number,
  add: (cell: SecrecyCell, place: null) => string,
): SecrecyCell | null {
  const closed = sums.filter(({ complete }) => complete);
  if (closed.length < 2) return null;
  const made = closed.map(({ parts }) =>
    total(parts.map((part) => known.get(placeKey(part))?.value ?? null)),
  );
  const cell = free(`total ${place}@${at}`, made.find((sum) => sum !== null) ?? null);
  add(cell, null);
  return cell;
}

/** What a total has beyond its parts in the table: unknown to everybody, and in two, so that nobody tries to protect it. */
function restOf(
  total: SecrecyCell,
  parts: readonly SecrecyCell[],
  complete: boolean,
  axis: string,
  at: number,
  add: (cell: SecrecyCell, place: null) => string,
): string[] {
  if (complete || total.value === null) return [];
  const unknown = parts.filter(({ value }) => value === null).length;
  const remainder = total.value - parts.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const rest = unknown > 0 ? Math.floor(remainder / (unknown + 1)) : remainder;
  if (rest <= 0) return [];
  const half = Math.floor(rest / 2);
  return [rest - half, half]
    .filter((value) => value > 0)
    .map((value, index) => add(free(`rest ${index} of ${total.key} ${axis}@${at}`, value), null));
}

const free = (key: string, value: number | null): SecrecyCell => ({
  key,
  value,
  units: null,
  largest: null,
  hiddenByProducer: false,
  mustStayHidden: true,
});

function total(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>(
    (sum, value) => (sum === null || value === null ? null : sum + value),
    0,
  );
}

/** One, or the tenth, hundredth or thousandth in which some figure is told. */
function unitOf(states: readonly State[]): number {
  const isWhole = (unit: number) =>
    states.every(({ cells }) =>
      cells.every(({ value }) => value === null || Math.abs(value / unit - Math.round(value / unit)) < 1e-6),
    );
  return [1, 0.1, 0.01].find(isWhole) ?? 0.001;
}
