import type { KeysetList } from '@graphess/subgraph-kit';
import { SIAE_SORT_KEYS, type SiaeOrder } from './siae.order.ts';
import { SIAE_COLUMNS, type SiaeRow } from './siae.queries.ts';

/** What a list of SIAE is filtered by; null or absent filters nothing, an empty list is met by none. */
export type SiaeCriteria = {
  search?: string | null;
  kinds?: readonly string[] | null;
  prestaTypes?: readonly string[] | null;
  sectors?: readonly string[] | null;
  labels?: readonly string[] | null;
  locatedIn?: string | null;
  inQpv?: boolean | null;
  isLaureate?: boolean | null;
  isClubMember?: boolean | null;
  minTurnoverCents?: number | null;
  minEmployees?: number | null;
  updatedSince?: Date | null;
  isDemonstration?: boolean | null;
};

/** Where a search met a record: in its name, in the labels of some of its sectors, or only in both together. */
export type SearchMatch = { searched: boolean; nameMatches: boolean; matchingSectors: readonly string[] };

/** A row of a list: `owner` is whom the list belongs to, `name` the organisation's. */
export type SiaeListRow = SiaeRow & SearchMatch & { owner: string; name: string | null };

/** The owner of the list that belongs to nobody in particular. */
export const EVERYBODY = '*';

type Bind = (value: unknown) => string;

/** The SIAE of the whole directory that meet some criteria. */
export function siaeList(criteria: SiaeCriteria, order: SiaeOrder): KeysetList {
  const { params, bind } = binder();
  return {
    name: `siaes/${order}`,
    sql: selection({
      owner: `'${EVERYBODY}'`,
      join: '',
      conditions: conditionsOf(criteria, bind),
      search: criteria.search,
      bind,
    }),
    params,
    order: SIAE_SORT_KEYS[order],
  };
}

/** For each territory, the SIAE located in it. */
export function siaeListOfTerritories(
  territoryIds: readonly string[],
  kinds: readonly string[] | null,
): KeysetList {
  const { params, bind } = binder();
  return {
    name: 'territory-siaes/RELEVANCE_DESC',
    sql: selection({
      owner: 'owner.id',
      join: `JOIN territory_copy place ON place.id = siae.territory_id
             JOIN unnest(${bind(territoryIds)}::text[]) AS owner(id) ON owner.id = ANY(place.within)`,
      conditions: conditionsOf({ kinds }, bind),
      search: null,
      bind,
    }),
    params,
    order: SIAE_SORT_KEYS.RELEVANCE_DESC,
  };
}

function binder(): { params: unknown[]; bind: Bind } {
  const params: unknown[] = [];
  return { params, bind: (value) => `$${params.push(value)}` };
}

function selection(list: {
  owner: string;
  join: string;
  conditions: readonly string[];
  search: string | null | undefined;
  bind: Bind;
}): string {
  const needle = list.search == null ? null : `${list.bind(list.search)}::text`;
  const match =
    needle === null
      ? `false AS searched, false AS "nameMatches", ARRAY[]::text[] AS "matchingSectors"`
      : `true AS searched, coalesce(extensions.fold_matches(organization.folded, ${needle}), false) AS "nameMatches",
         ARRAY(SELECT sector.label FROM sector
                WHERE sector.code = ANY(siae.sectors) AND extensions.fold_matches(sector.folded, ${needle})
                ORDER BY sector.label COLLATE extensions.french) AS "matchingSectors"`;
  // Letters that folding does not know leave nothing to look for, which must not match everything.
  const found =
    needle === null
      ? []
      : [
          `extensions.fold(${needle}) <> ''`,
          `extensions.fold_matches(coalesce(organization.folded, '') || ' ' || siae.sectors_folded, ${needle})`,
        ];
  return `
    SELECT ${list.owner} AS owner, organization.name, ${SIAE_COLUMNS}, ${match}
      FROM shown_siae siae LEFT JOIN organization_copy organization ON organization.id = siae.organization_id ${list.join}
     WHERE ${['true', ...list.conditions, ...found].join(' AND ')}`;
}

function conditionsOf(criteria: SiaeCriteria, bind: Bind): string[] {
  const overlaps = (column: string) => (values: readonly string[]) => `${column} && ${bind(values)}::text[]`;
  const is = (column: string) => (value: boolean) => `${column} = ${bind(value)}`;
  return [
    given(criteria.kinds, (kinds) => `siae.kind = ANY(${bind(kinds)}::text[])`),
    given(criteria.prestaTypes, overlaps('siae.presta_types')),
    given(criteria.sectors, overlaps('siae.sectors')),
    given(criteria.labels, overlaps('siae.labels')),
    given(
      criteria.locatedIn,
      (territory) =>
        `EXISTS (SELECT FROM territory_copy place WHERE place.id = siae.territory_id AND ${bind(territory)} = ANY(place.within))`,
    ),
    given(criteria.inQpv, is('siae.in_qpv')),
    given(criteria.isClubMember, is('siae.is_club_member')),
    given(criteria.isDemonstration, is('siae.is_demonstration')),
    given(
      criteria.isLaureate,
      is(`EXISTS (
        SELECT FROM laureate_copy l
         WHERE l.is_laureate AND (l.id = siae.organization_id OR l.id IN (
           SELECT same.id FROM organization_copy own JOIN organization_copy same ON same.current_id = own.current_id
            WHERE own.id = siae.organization_id)))`),
    ),
    given(criteria.minTurnoverCents, (cents) => `siae.turnover_cents >= ${bind(cents)}::bigint`),
    given(
      criteria.minEmployees,
      (least) =>
        `(siae.employees_insertion IS NOT NULL OR siae.employees_permanent IS NOT NULL)
         AND coalesce(siae.employees_insertion, 0) + coalesce(siae.employees_permanent, 0) >= ${bind(least)}::integer`,
    ),
    given(criteria.updatedSince, (instant) => `siae.updated_at >= ${bind(instant)}::timestamptz`),
  ].flat();
}

function given<Value>(value: Value | null | undefined, condition: (value: Value) => string): string[] {
  return value === null || value === undefined ? [] : [condition(value)];
}
