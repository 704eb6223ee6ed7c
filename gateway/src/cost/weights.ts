import { mostAround, mostWithin, type Place } from './territory-sizes.ts';

type Arguments = Readonly<Record<string, unknown>>;

/** A field that an object came from, with its arguments, and where the object that has that field came from. */
export type Origin = { readonly field: string; readonly args: Arguments; readonly above: Origin | null };

/** How many items a list may hold. `above` is where its object came from. */
export type ListSize = {
  /** As docs/cost.md shows it. */
  readonly told: string;
  of(args: Arguments, above: Origin): number;
  /** What each item counts for, with what is asked of it: 1 unless the whole list is one reading however long it is. */
  readonly share?: number;
};

const atMost = (count: number): ListSize => ({ told: String(count), of: () => count });

/** Pages go from 1 to 100 items; another size is refused by the list itself. */
export function pageSize(first: unknown): number {
  return typeof first === 'number' && Number.isFinite(first) ? Math.min(Math.max(first, 0), 100) : 100;
}

function placeAbove({ field, args, above }: Origin): Place {
  if (field === 'Query.territory') return { code: args['code'] };
  if (field === 'Containment.territory' && above !== null) return { level: above.args['level'] };
  return /^(Query\.territories|Territory\.(contains|within))$/.test(field) ? { level: args['level'] } : {};
}

const inside: ListSize = {
  told: 'territories of that level in this one',
  of: ({ level, on }, above) => mostWithin({ ...placeAbove(above), on }, level),
};

const changesOfPage: ListSize = {
  told: '`first` of the changes, each for 1/20',
  of: (_args, { args: { first } }) =>
    typeof first === 'number' ? Math.min(Math.max(first, 0), 1_000) : 1_000,
  share: 1 / 20,
};

/**
 * The size of each list without pages whose items lead further (to organisations, territories, other lists). Bounded by
 * nature: a test compares it with the loaded data. A list that is missing here fails the test of the table.
 */
export const LIST_SIZES: Readonly<Record<string, ListSize>> = {
  'Activity.coverage': atMost(5),
  'Application.actionTerritories': atMost(5),
  'Application.previous': atMost(3),
  'Application.reviewAssignments': atMost(6),
  'Application.themes': atMost(3),
  'Call.auditionSlots': atMost(100),
  'Call.benefits': atMost(6),
  'Call.jury': atMost(40),
  'Call.ranking': atMost(100),
  'Call.supportPartners': atMost(6),
  'Call.themes': atMost(5),
  'Dataset.publishers': atMost(5),
  'Dataset.vintages': atMost(20),
  'DecideApplicationsSuccess.applications': atMost(100),
  'Event.organizers': atMost(5),
  'Event.parts': atMost(8),
  'Event.sessions': atMost(8),
  'GrantChangePage.changes': changesOfPage,
  'Indicator.availability': atMost(100),
  'Indicator.series': {
    told: 'territories × combinations of `dimensions`, at most 1 000',
    of: ({ territories, dimensions }) => Math.min(1_000, lengthOf(territories) * combinationsOf(dimensions)),
  },
  'JointProject.awaiting': atMost(4),
  'JointProject.partners': atMost(4),
  'MoneyTrail.lines': atMost(100),
  'NextSelection.adds': atMost(100),
  'NextSelection.removes': atMost(100),
  'NextSteps.proposals': atMost(20),
  'Observation.inputs': atMost(6),
  'ObservationChangePage.changes': changesOfPage,
  'Organization.applications': atMost(10),
  'Organization.jointProjects': atMost(3),
  'Organization.operatesIn': atMost(5),
  'Organization.proposedJointProjects': atMost(3),
  'Organization.supports': atMost(6),
  'PlanAuditionsSuccess.slots': atMost(60),
  'Query.calls': atMost(8),
  'Query.eventSeries': atMost(15),
  'Query.grantStatistics': {
    told: '1 000 at most, each for 1/20',
    of: () => 1_000,
    share: 1 / 20,
  },
  'Query.indicators': atMost(21),
  'Query.myApplications': atMost(20),
  'Query.myMeetings': atMost(30),
  'Query.myReviews': atMost(20),
  'Query.territories': {
    told: 'territories of that level in `within`',
    of: ({ within, level, on }) => mostWithin({ code: within, on }, level),
  },
  'ReviewAssignment.themes': atMost(3),
  'SelectionProposal.funded': atMost(100),
  'SelectionProposal.leftOut': atMost(100),
  'Series.observations': {
    told: 'years of `period`, each for 1/20',
    of: (_args, { args }) => yearsOf(args['period']),
    share: 1 / 20,
  },
  'Session.speakers': atMost(4),
  'Siae.activities': atMost(6),
  'SpeedMeetingProgramme.hosts': atMost(15),
  'Territory.changes': atMost(50),
  'Territory.containment': inside,
  'Territory.contains': inside,
  'Territory.formerCodes': atMost(50),
  'Territory.indicators': {
    told: 'codes × years of `period`, at most 200',
    of: ({ codes, period }) => Math.min(200, lengthOf(codes) * yearsOf(period)),
  },
  'Territory.within': { told: '0 to 6, by level', of: ({ level }) => mostAround(level) },
  'Theme.subThemes': atMost(6),
};

function lengthOf(codes: unknown): number {
  return Array.isArray(codes) ? codes.length : 50;
}

function combinationsOf(dimensions: unknown): number {
  if (!Array.isArray(dimensions)) return 1;
  return dimensions.reduce((product: number, each: unknown) => product * lengthOf(valuesOf(each)), 1);
}

const valuesOf = (filter: unknown) =>
  typeof filter === 'object' && filter !== null && 'in' in filter ? filter.in : null;

function yearsOf(period: unknown): number {
  if (typeof period !== 'object' || period === null) return 1;
  const { from, to } = period as { from?: unknown; to?: unknown };
  return typeof from === 'number' && typeof to === 'number' ? Math.min(Math.max(to - from + 1, 1), 50) : 50;
}

/** Fields that cost another weight than those of their kind, because of what answering them takes. */
export const WEIGHTS: Readonly<Record<string, { weight: number; why: string }>> = {
  'Application.scorecard': { weight: 2, why: 'every review of the edition' },
  'Call.ranking': { weight: 5, why: 'every review of the edition, and the severity of each juror' },
  'Call.selectionProposal': { weight: 5, why: 'every review of the edition, and the best of all choices' },
  'LaureateConnection.totalAwarded': { weight: 2, why: 'a sum over the whole filtered list' },
  'Organization.isLaureate': { weight: 1, why: 'asked of another domain' },
  'Query.checkEligibility': { weight: 5, why: 'applies every rule of the edition' },
  'Query.grantStatistics': { weight: 5, why: 'an aggregate over every application' },
  'Query.territorySearch': { weight: 5, why: 'a search among all territories' },
  'Territory.grantCentsPerInhabitant': {
    weight: 2,
    why: 'an aggregate, with the population that another domain knows',
  },
  'Territory.grantSummary': { weight: 2, why: 'an aggregate' },
  'Territory.inclusiveSummary': { weight: 2, why: 'an aggregate' },
};

/** The weight of each kind of field. */
export const KIND_WEIGHTS = {
  leaf: 0,
  object: 1,
  /** An organisation, a territory: several domains fill it, each asked in its turn. */
  sharedObject: 2,
  /** A list of values that lead nowhere (sources, claims, facets): one reading, whatever its length. */
  values: 1,
  connection: 1,
  total: 1,
  facets: 3,
} as const;
