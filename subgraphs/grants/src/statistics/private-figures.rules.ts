import type { CountedGroup } from './counted-groups.queries.ts';
import type { EditionFacts } from './edition-facts.queries.ts';
import type { GrantGroupBy } from './grant-group-by.ts';
import { tellsBreakdown, tellsTotal } from './small-cells.rules.ts';

/** What counts more than laureates, of one edition and key: told, hidden by the rule, or known to nobody. */
export type PrivateFigures = { applications: number; requestedCents: number | null } | 'HIDDEN' | 'UNKNOWN';

const UNKNOWN_KEY = 'UNKNOWN';

/** The one dimension beside the edition that the public may read applications by; null for none, undefined for too many. */
export function publicDimension(groupBy: readonly GrantGroupBy[]): 'THEME' | 'EPT' | null | undefined {
  const [dimension = null, ...more] = groupBy.filter((each) => each !== 'EDITION');
  if (more.length > 0) return undefined;
  return dimension === null || dimension === 'THEME' || dimension === 'EPT' ? dimension : undefined;
}

/** The figures of a whole edition, as anybody may read them. `filed` counts all that it received. */
export function figuresOfEdition(
  { filedHere, settled, applications }: EditionFacts,
  filed: CountedGroup | undefined,
): PrivateFigures {
  if (!filedHere) return applications === null ? 'UNKNOWN' : { applications, requestedCents: null };
  return filed !== undefined && tellsTotal({ settled, total: unpublishedOf(filed) }) ? told(filed) : 'HIDDEN';
}

/**
 * The figures of each key of a dimension, as anybody may read them: those of all keys, or of none. `filed` counts all that
 * the edition received under each key.
 */
export function figuresOfKeys(
  { filedHere, settled, themes, epts }: EditionFacts,
  dimension: 'THEME' | 'EPT',
  total: CountedGroup | undefined,
  filed: ReadonlyMap<string, CountedGroup>,
): ReadonlyMap<string, PrivateFigures> | 'HIDDEN' | 'UNKNOWN' {
  if (!filedHere) return 'UNKNOWN';
  const keys = dimension === 'THEME' ? themes : epts;
  const unpublished = (key: string) => unpublishedOf(filed.get(key));
  const shown = tellsBreakdown({
    settled,
    total: unpublishedOf(total),
    cells: new Map(keys.map((key) => [key, unpublished(key)])),
    elsewhere: [...filed.keys()]
      .filter((key) => !keys.includes(key))
      .reduce((sum, key) => sum + unpublished(key), 0),
  });
  if (!shown) return 'HIDDEN';
  const none = { applications: 0, requestedCents: 0 };
  return new Map(
    [...keys, UNKNOWN_KEY, ...filed.keys()].map((key) => {
      const group = filed.get(key);
      return [key, group === undefined ? none : told(group)];
    }),
  );
}

function told({ applications, requestedCents }: CountedGroup): PrivateFigures {
  return { applications, requestedCents };
}

function unpublishedOf(group: CountedGroup | undefined): number {
  return group === undefined ? 0 : group.applications - group.awarded;
}
