import type { ClaimRecord, SubjectClaim } from '@graphess/provenance';
import { type LoadSettings, readDataFile } from '@graphess/subgraph-kit';

/** A series of events as the data files write it. */
export type SeriesFile = {
  code: string;
  name: string;
  aliases: string[];
  frequency: string | null;
  audience: string | null;
  contact: string | null;
  claims: ClaimRecord[];
  sources: string[];
};

export function readSeriesFiles({ dataDir, area }: Pick<LoadSettings, 'dataDir' | 'area'>): SeriesFile[] {
  return readDataFile<SeriesFile[]>(dataDir, area, 'events/series.json', []);
}

export function seriesRow({ claims: _, sources, ...series }: SeriesFile, position: number) {
  return { ...series, position, source_ids: sources };
}

export function claimsOfSeries({ code, claims }: SeriesFile): SubjectClaim[] {
  return claims.map((claim) => ({ ...claim, subject: `SERIES:${code}` }));
}
