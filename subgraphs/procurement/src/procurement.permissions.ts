import { PROVENANCE_ROWS } from '@graphess/provenance';
import {
  type Context,
  connectionRows,
  either,
  fields,
  type PermissionTable,
  people,
  roles,
  when,
} from '@graphess/subgraph-kit';
import type { Need } from './need/need.type.ts';

const ANSWERS = roles('buyer', 'agent', 'admin');
const ANSWERS_TO_ONE = either(roles('agent', 'admin'), when('own need', roles('buyer')));

export const procurementPermissions: PermissionTable = {
  public: {
    Activity: ['coverage', 'prestaTypes', 'radiusKm', 'sector'],
    Contract: [
      ...['amount', 'buyer', 'cpv', 'currentVersion', 'notifiedOn', 'socialConsiderations', 'source'],
      ...['subject', 'uid'],
    ],
    InclusiveSummary: ['clubMembers', 'contractsLast3Years', 'insertionJobs', 'isDemonstration', 'siaeCount'],
    Need: ['id'],
    Organization: ['contractsWon', 'id', 'siae'],
    Query: ['siae', 'siaes'],
    Siae: [
      ...['activities', 'agreementValidUntil', 'completeness', 'contracts', 'employeesInsertion'],
      ...[
        'employeesPermanent',
        'headcountWithheld',
        'id',
        'inQpv',
        'isClubMember',
        'isDemonstration',
        'kind',
        'labels',
        'location',
      ],
      ...['organization', 'sectors', 'sources', 'turnoverCents'],
    ],
    ...connectionRows('Siae', 'facets'),
    SiaeEdge: ['cursor', 'distanceKm', 'matchReasons', 'node'],
    SiaeFacets: ['kinds', 'sectors', 'territories'],
    Territory: ['id', 'inclusiveSummary', 'siaes'],
  },
  shared: [PROVENANCE_ROWS],
  restricted: {
    Match: fields(ANSWERS, 'reasons', 'score', 'siae', 'state', 'stateChangedAt'),
    MatchConnection: fields(ANSWERS, 'edges', 'nodes', 'pageInfo', 'totalCount'),
    MatchEdge: fields(ANSWERS, 'cursor', 'node'),
    MatchReason: fields(ANSWERS, 'code', 'contribution', 'explanation', 'weight'),
    Need: {
      ...fields(people(), 'buyer', 'deadline', 'kind', 'territory', 'title'),
      ...fields(ANSWERS_TO_ONE, 'funnel', 'matches'),
    },
    NeedFunnel: fields(ANSWERS, 'contracted', 'declined', 'interested', 'notified', 'viewed'),
    Query: { need: people() },
  },
  conditions: {
    'own need': {
      means: 'Le besoin est celui de la structure pour laquelle la personne agit.',
      holds: ({ buyer }: Need, _args, { viewer }: Context) =>
        viewer.organization !== null && buyer?.id === viewer.organization,
    },
  },
};
