import { euros } from '@graphess/subgraph-kit';
import type { CountedGroup } from './counted-groups.queries.ts';
import type { GrantGroupBy } from './grant-group-by.ts';
import type { GrantStatRow } from './grant-stat-row.type.ts';
import type { PrivateFigures } from './private-figures.rules.ts';

/** What one edition brings to a row. */
export type Contribution = {
  keys: string[];
  /** Laureates that are named, and the amounts of theirs that are known. */
  named: Pick<CountedGroup, 'awarded' | 'amounts'>;
  /** Laureates that documents announce, where they tell of no one more precisely. */
  announced: number | null;
  figures: PrivateFigures;
};

/** Rows, one for each list of keys: what all editions bring to it, or nothing as soon as one may not or cannot say. */
export function rowsOf(
  contributions: readonly Contribution[],
  groupBy: readonly GrantGroupBy[],
): GrantStatRow[] {
  return [...Map.groupBy(contributions, ({ keys }) => JSON.stringify(keys)).values()]
    .map((own) => rowOf(own, groupBy))
    .toSorted((a, b) => compareKeys(a.keys, b.keys));
}

function rowOf(own: readonly Contribution[], groupBy: readonly GrantGroupBy[]): GrantStatRow {
  const keys = own[0]?.keys ?? [];
  const named = own.reduce((sum, each) => sum + each.named.awarded, 0);
  const awarded = own.reduce((sum, each) => sum + (each.announced ?? each.named.awarded), 0);
  const amounts = own.flatMap((each) => each.named.amounts);
  const allKnown = amounts.length === awarded && named === awarded;
  const told = own.map(({ figures }) => figures).filter((figures) => typeof figures === 'object');
  const whole = told.length === own.length;
  const applications = whole ? told.reduce((sum, each) => sum + each.applications, 0) : null;
  const requested = whole
    ? told.reduce<number | null>(
        (sum, { requestedCents }) => (sum === null || requestedCents === null ? null : sum + requestedCents),
        0,
      )
    : null;
  return {
    keys,
    territory: territoryOf(keys, groupBy),
    applications,
    awarded,
    successRate: applications === null || applications === 0 ? null : awarded / applications,
    requested: euros(requested),
    granted: euros(allKnown ? amounts.reduce((sum, cents) => sum + cents, 0) : null),
    medianAwardedCents: allKnown ? medianOf(amounts) : null,
    suppressed: own.some(({ figures }) => figures === 'HIDDEN'),
  };
}

function territoryOf(keys: readonly string[], groupBy: readonly GrantGroupBy[]): { id: string } | null {
  const rank = groupBy.includes('COMMUNE') ? groupBy.indexOf('COMMUNE') : groupBy.indexOf('EPT');
  const id = keys[rank];
  return id === undefined || id === 'UNKNOWN' ? null : { id };
}

function medianOf(amounts: readonly number[]): number | null {
  const sorted = amounts.toSorted((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (const [rank, key] of a.entries()) {
    const other = b[rank] ?? '';
    if (key === other) continue;
    if (key === 'UNKNOWN') return 1;
    if (other === 'UNKNOWN') return -1;
    return key.localeCompare(other, 'fr', { numeric: true });
  }
  return 0;
}
