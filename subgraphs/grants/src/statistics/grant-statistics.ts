import { BadInput, type Context } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { legalFamilyOf } from '../eligibility/legal-form.rules.ts';
import { criteriaOf, type LaureateFilter } from '../laureate/laureate.filter.ts';
import type { LaureateCriteria } from '../laureate/laureate.queries.ts';
import { type CountedGroup, countedGroups, legalCategories } from './counted-groups.queries.ts';
import { type EditionFacts, editionFacts } from './edition-facts.queries.ts';
import type { GrantGroupBy } from './grant-group-by.ts';
import type { GrantStatRow } from './grant-stat-row.type.ts';
import {
  figuresOfEdition,
  figuresOfKeys,
  type PrivateFigures,
  publicDimension,
} from './private-figures.rules.ts';
import { type Contribution, rowsOf } from './stat-rows.ts';

const MOST_DIMENSIONS = 3;
const MOST_ROWS = 1_000;
const EVERYTHING: LaureateCriteria = {
  ...{ editions: null, themes: null, within: null, asOf: null, search: null, minCents: null, maxCents: null },
  isDemonstration: false,
};

/** The figures of an edition under some keys; and the keys beyond those of laureates, where a figure is told of all. */
type Figures = { of: (keys: readonly string[]) => PrivateFigures; told: readonly string[][] };

/** Throws BadInput on a wrong filter, on dimensions that are too many or twice, and on an answer that is too long. */
export async function grantStatistics(
  { db, now, viewer }: Context,
  filter: LaureateFilter | null,
  groupBy: readonly GrantGroupBy[],
): Promise<GrantStatRow[]> {
  if (groupBy.length > MOST_DIMENSIONS || new Set(groupBy).size < groupBy.length) {
    throw new BadInput('groupBy', '« groupBy » prend trois valeurs au plus, chacune une fois.');
  }
  const criteria = criteriaOf({ ...filter, isDemonstration: filter?.isDemonstration ?? false });
  const editions = await editionFacts(db, criteria.editions, now);
  const isStaff = viewer.roles.includes('agent') || viewer.roles.includes('admin');
  const families = groupBy.includes('LEGAL_FORM') ? await legalFamilies(db) : {};
  const of = isStaff ? 'FILED' : 'PUBLISHED';
  const groups = await countedGroups(db, { criteria, groupBy, of, families });
  const asked = { groupBy, isWhole: isWhole(criteria) };
  const figures = isStaff ? figuresForStaff(groups, asked) : await figuresForAnybody(db, editions, asked);
  const rows = rowsOf(contributionsOf(editions, groups, asked, figures), groupBy);
  if (rows.length > MOST_ROWS) {
    throw new BadInput('groupBy', 'Plus de 1 000 lignes : filtrez, ou répartissez par moins de valeurs.');
  }
  return rows;
}

async function legalFamilies(db: EntityManager): Promise<Record<string, string>> {
  return Object.fromEntries((await legalCategories(db)).map((code) => [code, legalFamilyOf(code)]));
}

type Asked = { groupBy: readonly GrantGroupBy[]; isWhole: boolean };

/** Whether nothing but editions is chosen. */
function isWhole({ editions: _, ...rest }: LaureateCriteria): boolean {
  return Object.entries(rest).every(([name, value]) =>
    name === 'isDemonstration' ? value === false : value === null,
  );
}

const isOfEditionsAlone = ({ groupBy, isWhole }: Asked) =>
  isWhole && groupBy.every((each) => each === 'EDITION');

function figuresForStaff(groups: readonly CountedGroup[], asked: Asked): (edition: EditionFacts) => Figures {
  const found = new Map(groups.map((group) => [`${group.edition} ${JSON.stringify(group.keys)}`, group]));
  return ({ edition, filedHere, applications }) => ({
    told: [],
    of(keys) {
      if (filedHere)
        return found.get(`${edition} ${JSON.stringify(keys)}`) ?? { applications: 0, requestedCents: 0 };
      return applications === null || !isOfEditionsAlone(asked)
        ? 'UNKNOWN'
        : { applications, requestedCents: null };
    },
  });
}

/**
 * Anybody reads applications from one set of tables: editions, and each of them by theme or by EPT. What a filter or
 * another grouping would tell beyond these is never told, so that no difference of two answers tells it.
 */
async function figuresForAnybody(
  db: EntityManager,
  editions: readonly EditionFacts[],
  { groupBy, isWhole }: Asked,
): Promise<(edition: EditionFacts) => Figures> {
  const dimension = isWhole ? publicDimension(groupBy) : undefined;
  if (dimension === undefined) {
    return ({ filedHere }) => ({ told: [], of: () => (filedHere ? 'HIDDEN' : 'UNKNOWN') });
  }
  const criteria = { ...EVERYTHING, editions: editions.map(({ edition }) => edition) };
  const totals = await countedGroups(db, { criteria, groupBy: [], of: 'FILED' });
  const totalOf = ({ edition }: EditionFacts) => totals.find((each) => each.edition === edition);
  if (dimension === null)
    return (edition) => ({ told: [], of: () => figuresOfEdition(edition, totalOf(edition)) });
  const filed = await countedGroups(db, { criteria, groupBy: [dimension], of: 'FILED' });
  const rank = groupBy.indexOf(dimension);
  return (edition) => {
    const own = filed.filter((each) => each.edition === edition.edition);
    const byKey = new Map(own.map((group) => [group.keys[0] ?? '', group]));
    const figures = figuresOfKeys(edition, dimension, totalOf(edition), byKey);
    if (typeof figures === 'string') return { told: [], of: () => figures };
    const told = [...figures].filter(([, each]) => typeof each === 'object' && each.applications > 0);
    return {
      told: told.map(([key]) => groupBy.map((each) => (each === 'EDITION' ? `${edition.edition}` : key))),
      of: (keys) => figures.get(keys[rank] ?? '') ?? { applications: 0, requestedCents: 0 },
    };
  };
}

/** What each edition brings to each row: all editions speak of a row that does not tell them apart. */
function contributionsOf(
  editions: readonly EditionFacts[],
  groups: readonly CountedGroup[],
  asked: Asked,
  figuresOf: (edition: EditionFacts) => Figures,
): Contribution[] {
  const byEdition = editions.map((edition) => {
    const figures = figuresOf(edition);
    const own = new Map(
      groups
        .filter((group) => group.edition === edition.edition)
        .map((group) => [JSON.stringify(group.keys), group]),
    );
    const plain = isPlain(asked.groupBy) ? [asked.groupBy.map(() => `${edition.edition}`)] : [];
    return {
      edition,
      figures,
      own,
      keys: [...plain, ...[...own.values()].map(({ keys }) => keys), ...figures.told],
    };
  });
  const every = distinct(byEdition.flatMap(({ keys }) => keys));
  return byEdition.flatMap(({ edition, figures, own, keys }) =>
    (asked.groupBy.includes('EDITION') ? distinct(keys) : every).map((each) => ({
      keys: each,
      named: own.get(JSON.stringify(each)) ?? { awarded: 0, amounts: [] },
      announced: isOfEditionsAlone(asked) ? edition.awarded : null,
      figures: figures.of(each),
    })),
  );
}

const isPlain = (groupBy: readonly GrantGroupBy[]) => groupBy.every((each) => each === 'EDITION');

function distinct(keys: readonly string[][]): string[][] {
  return [...new Map(keys.map((each) => [JSON.stringify(each), each])).values()];
}
