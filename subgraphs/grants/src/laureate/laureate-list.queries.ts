import {
  type Connection,
  type Context,
  emptyPage,
  type KeysetList,
  keysetPage,
  keysetPages,
  loadWithArguments,
  type Page,
  type PageRequest,
  toConnection,
} from '@graphess/subgraph-kit';
import type { Application } from '../application/application.entity.ts';
import type { LaureateConnection } from './laureate.connection.ts';
import { LaureateOrder, SORT_KEYS } from './laureate.order.ts';
import {
  EVERYWHERE,
  type LaureateCriteria,
  type LaureateSelection,
  laureatesMatching,
  laureatesWithin,
} from './laureate.queries.ts';
import { facetsOf, facetsOfTerritory, NO_FACET } from './laureate-facets.queries.ts';
import {
  type LaureateTotals,
  NO_LAUREATE,
  totalsOf,
  totalsOfTerritory,
  unpublishedAwards,
  unpublishedOfAllEditions,
} from './laureate-totals.queries.ts';

/** A page of the laureates that meet the criteria. Throws BadInput on `first` out of bounds or a foreign cursor. */
export async function listLaureates(
  { db }: Context,
  criteria: LaureateCriteria,
  order: LaureateOrder,
  request: PageRequest,
): Promise<LaureateConnection> {
  const selection = laureatesMatching(criteria);
  const page = await keysetPage<Application>(db, ordered(selection, order), request);
  const totals = once(async () => (await totalsOf(db, selection)).get(EVERYWHERE) ?? NO_LAUREATE);
  const facetCounts = once(async () => (await facetsOf(db, selection)).get(EVERYWHERE) ?? NO_FACET);
  return {
    ...shown(page, totals),
    totals,
    facetCounts,
    unpublished: () => unpublishedAwards(db, criteria.editions),
  };
}

/** The same for the laureates of a territory, the most recent first. Many territories cost what one costs. */
export async function listLaureatesOfTerritory(
  ctx: Context,
  territoryId: string,
  request: PageRequest,
): Promise<LaureateConnection> {
  const page = await pagesOfTerritories(ctx, territoryId, {
    first: request.first,
    after: request.after ?? null,
  });
  const totals = () => totalsOfTerritory(ctx, territoryId);
  return {
    ...shown(page ?? emptyPage<Application>(), totals),
    totals,
    facetCounts: () => facetsOfTerritory(ctx, territoryId),
    unpublished: () => unpublishedOfAllEditions(ctx),
  };
}

const pagesOfTerritories = loadWithArguments<PageRequest, Page<Application>>(
  ({ db }, territoryIds, request) =>
    keysetPages<Application>(
      db,
      ordered(laureatesWithin(territoryIds), LaureateOrder.AWARD_DATE_DESC),
      request,
    ),
);

function ordered(selection: LaureateSelection, order: LaureateOrder): KeysetList {
  return { ...selection, name: `laureates/${order}`, order: SORT_KEYS[order] };
}

function shown(page: Page<Application>, totals: () => Promise<LaureateTotals>): Connection<Application> {
  return toConnection(
    page,
    async () => (await totals()).count,
    (application) => application,
  );
}

function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | undefined;
  return () => {
    asked ??= ask();
    return asked;
  };
}
