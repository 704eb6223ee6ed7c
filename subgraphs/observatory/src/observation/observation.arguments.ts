import { parseId } from '@graphess/identifiers';
import { BadInput, type Context, perRequest } from '@graphess/subgraph-kit';
import { type IndicatorCode, isIndicatorCode } from '../indicator/indicator.code.ts';
import { answerCountOf } from './observation.rules.ts';
import type { PeriodInput } from './period.input.ts';

const MAX_CODES = 50;
const MAX_YEARS = 50;
const MAX_PER_TERRITORY = 200;
const MAX_PER_REQUEST = 20_000;
const LONGEST_NAMED = 40;

/** Codes as asked, repeated ones included. Throws BadInput(name) when one is unknown or they are too many. */
export function codesArgument(codes: readonly string[], name = 'codes'): IndicatorCode[] {
  if (codes.length > MAX_CODES) throw new BadInput(name, `« ${name} » compte ${MAX_CODES} codes au plus.`);
  return codes.map((code) => {
    if (!isIndicatorCode(code)) throw new BadInput(name, unknownIndicator(code, name));
    return code;
  });
}

function unknownIndicator(code: string, name: string): string {
  return code.length > LONGEST_NAMED
    ? `« ${name} » : un des indicateurs demandés n’existe pas.`
    : `« ${name} » : l’indicateur « ${code} » n’existe pas.`;
}

/**
 * Years asked for `codes`. Throws BadInput('period') when they are reversed, too many, or make too many observations of
 * one territory.
 */
export function periodArgument(
  period: PeriodInput | null | undefined,
  codes: readonly IndicatorCode[],
): PeriodInput | null {
  if (period === null || period === undefined) return null;
  const { from, to } = period;
  checkPeriod({ from, to });
  if (answerCountOf(codes, { from, to }) > MAX_PER_TERRITORY) {
    throw new BadInput(
      'period',
      `« period » : les codes et les années demandés font ${MAX_PER_TERRITORY} observations au plus par territoire.`,
    );
  }
  return { from, to };
}

/** Throws BadInput('period') when the years are reversed or too many. */
export function checkPeriod({ from, to }: PeriodInput): void {
  if (from > to) throw new BadInput('period', '« period » : la première année doit précéder la dernière.');
  if (to - from >= MAX_YEARS) throw new BadInput('period', `« period » couvre ${MAX_YEARS} années au plus.`);
}

const asked = perRequest(() => ({ observations: 0 }));

/** A dataset code given as an argument, null when there is none. Throws BadInput('dataset') when it is malformed. */
export function datasetArgument(code: string | null | undefined): string | null {
  if (code === null || code === undefined) return null;
  if (parseId(`DS:${code}`) === null) {
    throw new BadInput('dataset', '« dataset » doit être un code de jeu de données, par exemple ESS-FLORES.');
  }
  return code;
}

/** Counts what a request asks over all territories. Throws BadInput(argument) when that is more than one may produce. */
export function countAsked(ctx: Context, observations: number, argument = 'codes'): void {
  const request = asked(ctx);
  request.observations += observations;
  if (request.observations > MAX_PER_REQUEST) {
    throw new BadInput(
      argument,
      `« ${argument} » : la requête produirait trop d’observations ; demandez moins de territoires, de codes ou d’années.`,
    );
  }
}
