import { callId } from '@graphess/identifiers';
import type { UnknownRecord } from '@graphess/provenance';
import type { LaureateRecord } from '../application/load-applications.ts';
import type { CallRecord } from './load-calls.ts';

/** What no source says of the calls: results, names, titles and amounts. The first source of a call is the one to ask. */
export function unknownsOfCalls(
  calls: readonly CallRecord[],
  laureates: readonly LaureateRecord[],
): UnknownRecord[] {
  return calls.flatMap((call) => {
    const [source] = call.sources;
    if (source === undefined) return [];
    const own = laureates.filter(({ edition }) => edition === call.edition);
    const ordinal = call.edition === 1 ? '1re' : `${call.edition}e`;
    const named = (field: string, reason: UnknownRecord['reason'], count: number | null, label: string) => ({
      ...{ subject: callId(call.edition), field, reason, count, source },
      label: `${label} de la ${ordinal} édition`,
    });
    const { awarded } = call.counts;
    const unnamed = (awarded ?? own.length) - own.length;
    const untitled = own.filter(({ title }) => title === null).length;
    return [
      ...(awarded === null ? [named('counts.awarded', 'NOT_PUBLISHED_YET', 1, 'Résultats')] : []),
      ...(unnamed > 0 ? [named('laureates', 'NAMES_NOT_PUBLISHED', unnamed, 'Noms des lauréats')] : []),
      ...(untitled > 0
        ? [named('laureates.title', 'NO_SOURCE', untitled, 'Intitulés des projets lauréats')]
        : []),
      ...(awarded !== null
        ? [named('laureates.awarded', 'AMOUNTS_NOT_PUBLISHED', awarded, 'Montants accordés aux lauréats')]
        : []),
      ...(call.envelopeTotalCents === null
        ? [named('envelope.total', 'AMOUNTS_NOT_PUBLISHED', 1, 'Enveloppe totale')]
        : []),
    ];
  });
}
