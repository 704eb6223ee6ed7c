import { collect, type Problem, problem } from '@graphess/subgraph-kit';
import type { EnvelopeState } from './envelope-state.ts';

/** What awards may still take, in cents; null when the envelope is not known. */
export function remainingCents({ totalCents, committedCents }: EnvelopeState): number | null {
  return totalCents === null ? null : totalCents - committedCents;
}

/** By how many cents awards would overrun the envelope; 0 when they fit, or when it is not known. */
export function excessCents(envelope: EnvelopeState, awardedCents: number): number {
  const remaining = remainingCents(envelope);
  return remaining === null ? 0 : Math.max(0, awardedCents - remaining);
}

/** What is wrong in an amount by itself, whatever the other awards are. `path` leads to the amount. */
export function problemsOfAmount(
  cents: number,
  {
    maxPerProjectCents,
    requestedCents,
  }: { maxPerProjectCents: number | null; requestedCents: number | null },
  path: readonly string[],
): Problem[] {
  return collect(
    cents <= 0 && problem('AWARD_NOT_POSITIVE', 'Une subvention est d’au moins un centime.', path),
    maxPerProjectCents !== null &&
      cents > maxPerProjectCents &&
      problem(
        'AWARD_ABOVE_CEILING',
        `La subvention dépasse le plafond par projet : ${inEuros(maxPerProjectCents)}.`,
        path,
      ),
    requestedCents !== null &&
      cents > requestedCents &&
      problem(
        'AWARD_ABOVE_REQUEST',
        `La subvention dépasse le montant demandé : ${inEuros(requestedCents)}.`,
        path,
      ),
  );
}

const EUROS = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });

/** An amount as people read it: « 7 500,00 € ». */
export function inEuros(cents: number): string {
  return EUROS.format(cents / 100);
}
