import {
  type Context,
  countRowsByOwner,
  emptyPage,
  type FacetCount,
  keysetPages,
  loadWithArguments,
  type Page,
} from '@graphess/subgraph-kit';
import type { SiaeKind } from '../siae/siae.kind.ts';
import { countByFacet, type SiaeFacet } from '../siae/siae-facets.queries.ts';
import { type SiaeListRow, siaeListOfTerritories } from '../siae/siae-list.queries.ts';
import type { InclusiveSummary } from './inclusive-summary.type.ts';

type Kinds = { kinds: readonly SiaeKind[] | null };

const pageLoader = loadWithArguments<Kinds & { first: number; after: string | null }, Page<SiaeListRow>>(
  ({ db }, territories, { kinds, first, after }) =>
    keysetPages(db, siaeListOfTerritories(territories, kinds), { first, after }),
);

/** A page of the SIAE located in a territory. */
export async function siaePageOf(
  ctx: Context,
  territory: string,
  args: Kinds & { first: number; after: string | null },
): Promise<Page<SiaeListRow>> {
  return (await pageLoader(ctx, territory, args)) ?? emptyPage();
}

const totalLoader = loadWithArguments<Kinds, number>(({ db }, territories, { kinds }) =>
  countRowsByOwner(db, siaeListOfTerritories(territories, kinds)),
);

/** How many SIAE are located in a territory. */
export async function siaeTotalOf(ctx: Context, territory: string, args: Kinds): Promise<number> {
  return (await totalLoader(ctx, territory, args)) ?? 0;
}

const facetLoader = loadWithArguments<Kinds & { facet: SiaeFacet }, FacetCount[]>(
  ({ db }, territories, { kinds, facet }) =>
    countByFacet(db, siaeListOfTerritories(territories, kinds), facet),
);

/** The SIAE located in a territory, counted by a facet. */
export async function siaeFacetOf(
  ctx: Context,
  territory: string,
  args: Kinds & { facet: SiaeFacet },
): Promise<FacetCount[]> {
  return (await facetLoader(ctx, territory, args)) ?? [];
}

const summaryLoader = loadWithArguments<object, InclusiveSummary>(async ({ db }, territories) => {
  const rows: (Omit<InclusiveSummary, 'contractsLast3Years'> & { owner: string })[] = await db.query(
    `SELECT owner.id AS owner, count(*)::int AS "siaeCount",
            CASE WHEN count(*) = count(siae.employees_insertion) THEN sum(siae.employees_insertion)::int END AS "insertionJobs",
            (count(*) FILTER (WHERE siae.is_club_member))::int AS "clubMembers",
            bool_or(siae.is_demonstration) AS "isDemonstration"
       FROM shown_siae siae JOIN territory_copy place ON place.id = siae.territory_id
       JOIN unnest($1::text[]) AS owner(id) ON owner.id = ANY(place.within)
      GROUP BY owner.id`,
    [territories],
  );
  return new Map(rows.map(({ owner, ...summary }) => [owner, { ...summary, contractsLast3Years: 0 }]));
});

/** What the directory offers in a territory; no contract is known yet. */
export async function inclusiveSummaryOf(ctx: Context, territory: string): Promise<InclusiveSummary> {
  const nothing = {
    siaeCount: 0,
    insertionJobs: 0,
    contractsLast3Years: 0,
    clubMembers: 0,
    isDemonstration: false,
  };
  return (await summaryLoader(ctx, territory, {})) ?? nothing;
}
