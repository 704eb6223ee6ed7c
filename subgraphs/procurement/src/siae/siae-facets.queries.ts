import type { KeysetList } from '@graphess/subgraph-kit';
import { type FacetCount, UNKNOWN_FACET } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { SIAE_KIND_LABELS, type SiaeKind } from './siae.kind.ts';

/** What a list of SIAE can be counted by. `sectors` has several values for one SIAE, so its counts exceed the total. */
export type SiaeFacet = 'kinds' | 'sectors' | 'territories';

const KEY_AND_LABEL: Readonly<Record<SiaeFacet, { key: string; label: string; join: string }>> = {
  kinds: { key: 'q.kind', label: 'q.kind', join: '' },
  sectors: {
    key: 'each.code',
    label: 'sector.label',
    join: 'LEFT JOIN unnest(q.sectors) AS each(code) ON true LEFT JOIN sector ON sector.code = each.code',
  },
  territories: {
    key: 'q."territoryId"',
    label: 'place.name',
    join: 'LEFT JOIN territory_copy place ON place.id = q."territoryId"',
  },
};

/** Counts the whole list of each owner by one facet, the most frequent value first. Owners without a row are absent. */
export async function countByFacet(
  db: EntityManager,
  list: Pick<KeysetList, 'sql' | 'params'>,
  facet: SiaeFacet,
): Promise<Map<string, FacetCount[]>> {
  const { key, label, join } = KEY_AND_LABEL[facet];
  const rows: (FacetCount & { owner: string })[] = await db.query(
    `SELECT q.owner, coalesce(${key}, $${list.params.length + 1}) AS key,
            coalesce(${label}, ${key}, $${list.params.length + 2}) AS label, count(*)::int AS count
       FROM (${list.sql}) q ${join} GROUP BY 1, 2, 3`,
    [...list.params, UNKNOWN_FACET.key, UNKNOWN_FACET.label],
  );
  const counts = rows.map(({ owner, key, label, count }) => ({
    owner,
    facet: { key, label: facet === 'kinds' ? SIAE_KIND_LABELS[key as SiaeKind] : label, count },
  }));
  return new Map(
    [...Map.groupBy(counts, ({ owner }) => owner)].map(([owner, own]) => [
      owner,
      own.map((each) => each.facet).sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'fr')),
    ]),
  );
}
