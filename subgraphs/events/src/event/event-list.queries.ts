import {
  countRowsByOwner,
  type KeysetList,
  keysetPage,
  keysetPages,
  loadWithArguments,
  type Page,
  type SortKey,
} from '@graphess/subgraph-kit';
import type { EventType } from './event.vocabulary.ts';

/** What a list of events is restricted to; null where a criterion is not asked for. Days are Paris days. */
export type EventCriteria = {
  types: readonly EventType[] | null;
  fromDay: string | null;
  toDay: string | null;
  within: string | null;
  hasSpots: boolean | null;
  audience: readonly string[] | null;
  series: readonly string[] | null;
  isDemonstration: boolean | null;
};

export const NO_CRITERIA: EventCriteria = {
  types: null,
  fromDay: null,
  toDay: null,
  within: null,
  hasSpots: null,
  audience: null,
  series: null,
  isDemonstration: null,
};

/** `all` events have one owner, `EVERYONE`; an `agenda` is a territory's; a series owns its events by its code. */
export type EventSelection = { list: 'all' | 'agenda' | 'series'; criteria: EventCriteria };

export const EVERYONE = '';

const CRITERIA = `
      ($1::text[] IS NULL OR e.type = ANY($1))
  AND ($2::date IS NULL OR e.last_possible_on >= $2)
  AND ($3::date IS NULL OR e.starts_on <= $3)
  AND ($4::text IS NULL
       OR EXISTS (SELECT FROM territory_copy place WHERE place.id = e.territory_id AND $4 = ANY(place.within)))
  AND ($5::boolean IS NULL OR (e.spots_left > 0) = $5)
  AND ($6::text[] IS NULL
       OR EXISTS (SELECT FROM unnest($6) AS words WHERE extensions.fold_matches(e.folded_audience, words)))
  AND ($7::text[] IS NULL OR e.series_code = ANY($7))
  AND ($8::boolean IS NULL OR e.is_demonstration = $8)`;

const COLUMNS = 'e.id, e.type, e.starts_on, e.starts_at, e.territory_id, e.series_code';

const LISTS = {
  all: `SELECT '${EVERYONE}'::text AS owner, ${COLUMNS} FROM event e WHERE ${CRITERIA}`,
  agenda: `SELECT wanted.owner, ${COLUMNS}
             FROM unnest($9::text[]) AS wanted(owner)
             JOIN territory_copy part ON part.within @> ARRAY[wanted.owner]
             JOIN event e ON e.territory_id = part.id
            WHERE ${CRITERIA}`,
  series: `SELECT e.series_code AS owner, ${COLUMNS} FROM event e WHERE e.series_code = ANY($9) AND ${CRITERIA}`,
} as const;

const ORDER: readonly SortKey[] = [
  { sql: 'q.starts_on', type: 'date', notNull: true },
  { sql: 'q.starts_at', type: 'timestamptz' },
  { sql: 'q.id', type: 'text', notNull: true },
];

function keysetListOf({ list, criteria }: EventSelection, owners: readonly string[]): KeysetList {
  const { types, fromDay, toDay, within, hasSpots, audience, series, isDemonstration } = criteria;
  const params = [types, fromDay, toDay, within, hasSpots, audience, series, isDemonstration];
  return {
    name: `events:${list}/STARTS_ON`,
    sql: LISTS[list],
    params: list === 'all' ? params : [...params, owners],
    order: ORDER,
  };
}

type ListedEvent = { id: string };
type PageAsked = { selection: EventSelection; first: number; after: string | null };

/** One page of the events of each owner. */
export const eventPage = loadWithArguments<PageAsked, Page<ListedEvent>>(
  async ({ db }, owners, { selection, ...request }) => {
    const list = keysetListOf(selection, owners);
    return selection.list === 'all'
      ? new Map([[EVERYONE, await keysetPage<ListedEvent>(db, list, request)]])
      : keysetPages<ListedEvent>(db, list, request);
  },
);

/** How many events each owner has, null for none. */
export const eventCount = loadWithArguments<EventSelection, number>(({ db }, owners, selection) =>
  countRowsByOwner(db, keysetListOf(selection, owners)),
);

const FACETS = {
  types: { key: 'q.type', label: 'q.type', join: '' },
  territories: {
    key: 'q.territory_id',
    label: 'coalesce(territory.name, q.territory_id)',
    join: 'LEFT JOIN territory_copy territory ON territory.id = q.territory_id',
  },
  series: {
    key: 'q.series_code',
    label: 'series.name',
    join: 'LEFT JOIN event_series series ON series.code = q.series_code',
  },
} as const;

type EventFacet = keyof typeof FACETS;
type EventFacetRow = { key: string | null; label: string | null; count: number };

/** How the events of each owner spread over a facet, the most frequent value first and the unknown last. */
export const eventFacet = loadWithArguments<
  { selection: EventSelection; facet: EventFacet },
  EventFacetRow[]
>(async ({ db }, owners, { selection, facet }) => {
  const list = keysetListOf(selection, owners);
  const { key, label, join } = FACETS[facet];
  const rows: (EventFacetRow & { owner: string })[] = await db.query(
    `SELECT q.owner, ${key} AS key, ${label} AS label, count(*)::int AS count
         FROM (${list.sql}) q ${join}
        GROUP BY 1, 2, 3
        ORDER BY q.owner, ${key} IS NULL, count DESC, ${label} COLLATE extensions.french, key`,
    [...list.params],
  );
  return Map.groupBy(rows, ({ owner }) => owner);
});
