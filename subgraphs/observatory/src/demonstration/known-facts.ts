import type { SubjectClaim } from '@graphess/provenance';
import type { FigureRecord } from '../figure/figure.record.ts';
import type { KnownFacts } from './invent-figures.ts';

/** What the documents' figures and claims say that an invented figure must respect. */
export function knownFactsOf(
  records: readonly Pick<FigureRecord, 'indicator' | 'territory' | 'value'>[],
  claims: readonly Pick<SubjectClaim, 'subject' | 'field'>[],
): KnownFacts {
  const cells = new Set([
    ...records.map(({ indicator, territory }) => `${indicator} ${territory}`),
    ...claims.map(({ field, subject }) => `${field.split('.')[0]} ${subject}`),
  ]);
  return {
    isKnown: (indicator, territory) => cells.has(`${indicator} ${territory}`),
    jobsPer1000: new Map(
      records.flatMap(({ indicator, territory, value }) =>
        indicator === 'ESS_JOBS_PER_1000' && value !== null ? [[territory, value] as const] : [],
      ),
    ),
    rankByJobs: new Map(
      records.flatMap(({ indicator, territory, value }) =>
        indicator === 'ESS_JOBS_RANK' && value !== null ? [[territory, value] as const] : [],
      ),
    ),
    leadingByEstablishments: new Set(
      claims.filter(({ field }) => field === 'top5.ESS_ESTABLISHMENTS').map(({ subject }) => subject),
    ),
  };
}
