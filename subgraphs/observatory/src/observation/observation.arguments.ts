import { BadInput, type Context, perRequest } from '@graphess/subgraph-kit';
import { type IndicatorCode, isIndicatorCode } from '../indicator/indicator.code.ts';
import { answerCountOf } from './observation.rules.ts';
import type { PeriodInput } from './period.input.ts';

const MAX_CODES = 50;
const MAX_YEARS = 50;
const MAX_PER_TERRITORY = 200;
const MAX_PER_REQUEST = 20_000;
const LONGEST_NAMED = 40;

/** Codes as asked, repeated ones included. Throws BadInput('codes') when one is unknown or they are too many. */
export function codesArgument(codes: readonly string[]): IndicatorCode[] {
  if (codes.length > MAX_CODES) throw new BadInput('codes', `« codes » compte ${MAX_CODES} codes au plus.`);
  return codes.map((code) => {
    if (!isIndicatorCode(code)) throw new BadInput('codes', unknownIndicator(code));
    return code;
  });
}

function unknownIndicator(code: string): string {
  return code.length > LONGEST_NAMED
    ? '« codes » : un des indicateurs demandés n’existe pas.'
    : `« codes » : l’indicateur « ${code} » n’existe pas.`;
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
  if (from > to) throw new BadInput('period', '« period » : la première année doit précéder la dernière.');
  if (to - from >= MAX_YEARS) throw new BadInput('period', `« period » couvre ${MAX_YEARS} années au plus.`);
  if (answerCountOf(codes, { from, to }) > MAX_PER_TERRITORY) {
    throw new BadInput(
      'period',
      `« period » : les codes et les années demandés font ${MAX_PER_TERRITORY} observations au plus par territoire.`,
    );
  }
  return { from, to };
}

const asked = perRequest(() => ({ observations: 0 }));

/** Counts what a request asks over all territories. Throws BadInput('codes') when that is more than one may produce. */
export function countAsked(ctx: Context, observations: number): void {
  const request = asked(ctx);
  request.observations += observations;
  if (request.observations > MAX_PER_REQUEST) {
    throw new BadInput(
      'codes',
      '« codes » : la requête produirait trop d’observations ; demandez moins de territoires, de codes ou d’années.',
    );
  }
}
