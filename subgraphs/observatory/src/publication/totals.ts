import { type CubeCell, type Geography, type Place, placeKey } from './cube-cell.ts';
import { sumsOver, sumsWithin } from './sums.ts';

/** A total that its parts contradict: they make `made`. */
export type Contradiction = { total: string; parts: readonly string[]; axis: string; made: number };

/** Figures that are told and that count: neither hidden, nor missing, nor without meaning. */
export function isTold(cell: CubeCell | undefined): cell is CubeCell & { value: number } {
  return cell !== undefined && cell.value !== null;
}

export function isHiddenByProducer(status: string): boolean {
  return status === 'SUPPRESSED_PRODUCER';
}

/** Totals whose every part is told, and that the table does not have. */
export function missingTotals(cells: readonly CubeCell[], geography: Geography): CubeCell[] {
  const known = new Map<string, CubeCell>(cells.map((cell) => [placeKey(cell), cell]));
  const made: CubeCell[] = [];
  // What is completed over families may be a part of what is completed over communes, and the reverse.
  for (let before = -1; before !== made.length; ) {
    before = made.length;
    for (const { total, complete, parts } of sumsOver([...known.values()], geography)) {
      const key = placeKey(total);
      if (!complete || known.has(key)) continue;
      const told = parts.map((part) => known.get(placeKey(part)));
      if (!told.every(isTold)) continue;
      const sum = sumOf(total, told);
      known.set(key, sum);
      made.push(sum);
    }
  }
  return made;
}

/** Totals that contradict what they are made of. Figures in tenths may differ by their rounding, whole ones by nothing. */
export function contradictions(cells: readonly CubeCell[], geography: Geography): Contradiction[] {
  const known = new Map(cells.map((cell) => [placeKey(cell), cell]));
  return sumsWithin(cells, geography).flatMap(({ total, parts, complete, axis }) => {
    const whole = known.get(total);
    if (!isTold(whole)) return [];
    const each = parts.map((part) => known.get(part));
    const told = each.filter(isTold);
    const made = told.reduce((sum, { value }) => sum + value, 0);
    const rounding = [whole, ...told].every(({ value }) => Number.isInteger(value))
      ? 0
      : 0.06 * (told.length + 1);
    const closed = complete && told.length === each.length;
    const wrong = made > whole.value + rounding || (closed && made < whole.value - rounding);
    return wrong ? [{ total, parts, axis, made }] : [];
  });
}

function sumOf({ territory, breakdown }: Place, parts: readonly (CubeCell & { value: number })[]): CubeCell {
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  return {
    territory,
    breakdown,
    value: Number.isInteger(value) ? value : Math.round(value * 1000) / 1000,
    status:
      ['PROVISIONAL', 'ESTIMATED'].find((status) => parts.some((part) => part.status === status)) ?? 'NORMAL',
    units: fewUnits(parts),
    largest: parts.reduce<number | null>((most, { largest }) => maxOf(most, largest), null),
  };
}

/** A unit may count in several parts: their sum is at most how many there are. It is told when it tells « too few ». */
function fewUnits(parts: readonly CubeCell[]): number | null {
  const sum = parts.reduce<number | null>(
    (units, part) => (units === null || part.units === null ? null : units + part.units),
    0,
  );
  return sum !== null && sum < FEWEST_UNITS ? sum : null;
}

function maxOf(left: number | null, right: number | null): number | null {
  return left === null || right === null ? (left ?? right) : Math.max(left, right);
}

/** Below it, a figure is a secret: what it hides is then known of whole totals too. */
const FEWEST_UNITS = 3;
