import {
  fingerprintOf,
  type LoadReport,
  type LoadSettings,
  loadUnlessSame,
  replaceRows,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { FindingDraft } from './finding-draft.ts';
import { disputes, publishedDatasets, registeredOrganizations } from './inspect.queries.ts';
import { officialPostcodes, postcodesVersion } from './official-postcodes.ts';
import { type Inspected, qualityFindings } from './quality.rules.ts';
import { staleVintages } from './upkeep.rules.ts';

/** Counts up when the rules change, so that what they find is found anew. */
const RULES = 1;

/** Finds anew what is wrong in what is loaded. Decisions are kept apart, and hold while a finding is the same. */
export async function loadQualityFindings(db: EntityManager, settings: LoadSettings): Promise<LoadReport[]> {
  const inspected: Inspected = {
    organizations: await registeredOrganizations(db),
    disputes: await disputes(db),
    datasets: await publishedDatasets(db),
    now: settings.now,
  };
  const { organizations, disputes: claims, datasets, now } = inspected;
  const late = staleVintages(datasets, now);
  const fingerprint = fingerprintOf(RULES, postcodesVersion(), organizations, claims, late);
  return loadUnlessSame(db, { name: 'quality', fingerprint }, settings, async (tx) => {
    const rows = eachOnce(qualityFindings(inspected, officialPostcodes()).map(findingRow));
    return [await replaceRows(tx, { table: 'quality_finding', key: ['id'], rows })];
  });
}

type FindingRow = ReturnType<typeof findingRow>;

/** Two sources that print the same error make one finding, of both. */
function eachOnce(rows: readonly FindingRow[]): FindingRow[] {
  const byId = new Map<string, FindingRow>();
  for (const row of rows) {
    const sources = [...(byId.get(row.id)?.source_ids ?? []), ...row.source_ids];
    byId.set(row.id, { ...row, source_ids: [...new Set(sources)] });
  }
  return [...byId.values()];
}

function findingRow({ sourceIds, ...draft }: FindingDraft) {
  const identity = fingerprintOf(draft.kind, draft.subjects, draft.field, draft.statement);
  return { id: `FINDING:${identity.slice(0, 16)}`, ...draft, source_ids: sourceIds };
}
