import { breakdownOf, type DimensionCodes, parseBreakdown } from '../cube/breakdown.ts';
import { type DimensionCode, dimensionOf } from '../cube/dimension.catalogue.ts';
import { divisionsOf, sectorOf } from '../cube/sector.catalogue.ts';
import { type Geography, type Place, placeKey } from './cube-cell.ts';

/** `total` is the sum of `parts`, and of what is not in the table unless the parts are `complete`. */
export type SumOf = {
  readonly total: string;
  readonly parts: readonly string[];
  readonly complete: boolean;
  /** What it sums over: TERRITORY, or a dimension. */
  readonly axis: string;
};

type Whole = { total: Place; axis: string; complete: boolean; parts: Place[] };

/**
 * Every sum that a reader may form between the places of one table: communes of an EPT, an EPCI, a département, a région;
 * départements of a région; families, sectors, divisions of a sector, legal categories of one level, size classes. The
 * total itself need not be among the places: see `present`.
 */
export function sumsOver(places: readonly Place[], geography: Geography): Whole[] {
  return [...sumsOverTerritories(places, geography), ...sumsOverDimensions(places)];
}

/** The sums whose total is in the table, with keys for places. */
export function sumsWithin(places: readonly Place[], geography: Geography): SumOf[] {
  const known = new Set(places.map(placeKey));
  return sumsOver(places, geography).flatMap((sum) => {
    const total = placeKey(sum.total);
    return known.has(total) ? [{ ...sum, total, parts: sum.parts.map(placeKey) }] : [];
  });
}

function sumsOverTerritories(places: readonly Place[], geography: Geography): Whole[] {
  const sums: Whole[] = [];
  for (const [breakdown, slice] of Map.groupBy(places, (place) => place.breakdown)) {
    const present = new Set(slice.map(({ territory }) => territory));
    for (const [whole, members] of geography) {
      const departments = whole.startsWith('REG:') ? departmentsIn(whole, members, geography) : [];
      const byDepartment = departments.some((each) => present.has(each));
      const use = byDepartment ? departments : members;
      const parts = use.filter((each) => present.has(each));
      if (parts.length === 0) continue;
      // A geography names the départements of the communes at hand: a région may have others.
      const covered = byDepartment
        ? use.reduce((sum, each) => sum + (geography.get(each)?.length ?? 0), 0)
        : use.length;
      sums.push({
        total: { territory: whole, breakdown },
        axis: 'TERRITORY',
        complete: parts.length === use.length && covered === members.length,
        parts: parts.map((territory) => ({ territory, breakdown })),
      });
    }
  }
  return sums;
}

function departmentsIn(region: string, members: readonly string[], geography: Geography): string[] {
  const communes = new Set(members);
  return [...geography].flatMap(([whole, inside]) =>
    whole !== region && whole.startsWith('DEP:') && inside.every((commune) => communes.has(commune))
      ? [whole]
      : [],
  );
}

type Step = { dimension: DimensionCode; code: string; breakdown: string; group: string };

function sumsOverDimensions(places: readonly Place[]): Whole[] {
  const groups = new Map<string, Whole & { dimension: DimensionCode; codes: string[] }>();
  // Places are many, details few.
  const stepsOf = new Map<string, Step[]>();
  for (const place of places) {
    const steps = stepsOf.get(place.breakdown) ?? stepsFrom(place.breakdown);
    stepsOf.set(place.breakdown, steps);
    for (const { dimension, code, breakdown, group } of steps) {
      const key = `${dimension}\n${group}\n${place.territory}\n${breakdown}`;
      const known = groups.get(key);
      if (known !== undefined) {
        known.parts.push(place);
        known.codes.push(code);
        continue;
      }
      const total = { territory: place.territory, breakdown };
      groups.set(key, { total, axis: dimension, complete: false, parts: [place], dimension, codes: [code] });
    }
  }
  return [...groups].flatMap(([key, { dimension, codes, ...sum }]) => {
    if (dimension === 'SIZE_CLASS' && overlap(codes)) return [];
    return [{ ...sum, complete: isComplete(dimension, codes, key.includes('\nwithin ')) }];
  });
}

function stepsFrom(breakdown: string): Step[] {
  return parseBreakdown(breakdown).flatMap(({ dimension, code }) =>
    totalsOf(breakdown, dimension, code).map((total) => ({ dimension, code, ...total })),
  );
}

/** What a part adds up to along a dimension: the detail without it and, for a division, its sector. */
function totalsOf(
  breakdown: string,
  dimension: DimensionCode,
  code: string,
): { breakdown: string; group: string }[] {
  const rest: DimensionCodes = Object.fromEntries(
    parseBreakdown(breakdown).flatMap((each) =>
      each.dimension === dimension ? [] : [[each.dimension, each.code]],
    ),
  );
  const level = dimension === 'LEGAL_CATEGORY' ? `level ${code.length}` : '';
  const totals = [{ breakdown: breakdownOf(rest), group: level }];
  if (dimension === 'LEGAL_CATEGORY' && code.length === 4) {
    totals.push({
      breakdown: breakdownOf({ ...rest, LEGAL_CATEGORY: code.slice(0, 1) }),
      group: `within ${level}`,
    });
  }
  const sector = dimension === 'SECTOR_A88' && rest.SECTOR_A17 === undefined ? sectorOf(code) : null;
  if (sector !== null) {
    totals.push({ breakdown: breakdownOf({ ...rest, SECTOR_A17: sector }), group: `within ${sector}` });
  }
  return totals;
}

/** Whether the codes are all those of the dimension: only where it has a closed list of them. */
function isComplete(dimension: DimensionCode, codes: readonly string[], within: boolean): boolean {
  if (dimension === 'LEGAL_CATEGORY' || dimension === 'SIZE_CLASS') return false;
  if (dimension === 'SECTOR_A88' && within) {
    return divisionsOf(sectorOf(codes[0] ?? '') ?? '').length === codes.length;
  }
  return dimensionOf(dimension).values.size === codes.length;
}

/** Size classes that share a size do not add up. */
function overlap(codes: readonly string[]): boolean {
  const spans = codes
    .map((code) => {
      const [from = 0, to] = (code.match(/\d+/g) ?? []).map(Number);
      return { from, to: code.includes('GE') ? Number.POSITIVE_INFINITY : (to ?? from) };
    })
    .sort((a, b) => a.from - b.from);
  return spans.some(({ from }, at) => at > 0 && from <= (spans[at - 1]?.to ?? -1));
}
