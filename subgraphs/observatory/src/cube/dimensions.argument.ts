import { BadInput } from '@graphess/subgraph-kit';
import { breakdownOf, type DimensionCodes } from './breakdown.ts';
import {
  DIMENSION_CODES,
  type DimensionCode,
  isDimensionCode,
  isDimensionValue,
} from './dimension.catalogue.ts';
import type { DimensionFilter } from './dimension-filter.input.ts';

const MAX_VALUES = 100;
const MAX_COMBINATIONS = 1_000;
const LONGEST_NAMED = 40;

/**
 * The combinations that filters ask, as canonical texts: the product of the values of each dimension, in the order in which
 * they are given; the total alone when there is no filter. Throws BadInput('dimensions') when a dimension or a value is
 * unknown, a dimension is given twice or without a value, or the combinations are too many.
 */
export function combinationsArgument(filters: readonly DimensionFilter[] | null | undefined): string[] {
  const asked = (filters ?? []).map(({ dimension, in: codes }) => ({
    dimension: dimensionArgument(dimension),
    codes: valuesArgument(dimensionArgument(dimension), codes),
  }));
  if (new Set(asked.map(({ dimension }) => dimension)).size < asked.length) {
    throw refused('une dimension ne se donne qu’une fois.');
  }
  if (asked.reduce((product, { codes }) => product * codes.length, 1) > MAX_COMBINATIONS) {
    throw refused(`les modalités demandées font ${MAX_COMBINATIONS} combinaisons au plus.`);
  }
  const combinations = asked.reduce<DimensionCodes[]>(
    (partial, { dimension, codes }) =>
      partial.flatMap((combination) => codes.map((code) => ({ ...combination, [dimension]: code }))),
    [{}],
  );
  return combinations.map(breakdownOf);
}

/** A dimension given as an argument. Throws BadInput('dimensions') when there is no such dimension. */
export function dimensionArgument(dimension: string): DimensionCode {
  if (!isDimensionCode(dimension)) {
    throw refused(`${named('la dimension', dimension)} n’existe pas ; il y a ${DIMENSION_CODES.join(', ')}.`);
  }
  return dimension;
}

function valuesArgument(dimension: DimensionCode, codes: readonly string[]): string[] {
  const distinct = [...new Set(codes)];
  if (distinct.length === 0) throw refused(`${dimension} n’a aucune modalité.`);
  if (distinct.length > MAX_VALUES) throw refused(`${dimension} compte ${MAX_VALUES} modalités au plus.`);
  const unknown = distinct.find((code) => !isDimensionValue(dimension, code));
  if (unknown !== undefined)
    throw refused(`${named('la modalité', unknown)} n’existe pas dans ${dimension}.`);
  return distinct;
}

const named = (what: string, value: string) =>
  value.length > LONGEST_NAMED ? `${what} demandée` : `${what} « ${value} »`;

const refused = (why: string) => new BadInput('dimensions', `« dimensions » : ${why}`);
