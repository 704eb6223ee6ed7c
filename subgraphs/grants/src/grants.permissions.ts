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
import type { Application } from './application/application.entity.ts';

const STAFF = roles('agent', 'admin');
/** What passes between the Département and the structure that applies. */
const BOTH_SIDES = either(STAFF, when('own application', roles('applicant')));

export const grantsPermissions: PermissionTable = {
  public: {
    Application: [
      ...['actionTerritories', 'applicantName', 'areaAsStated', 'awarded', 'call', 'fundedItems', 'id'],
      ...['isDemonstration', 'number', 'organization', 'publicInfo', 'sources', 'state', 'summary'],
      ...['themes', 'title'],
    ],
    Benefit: ['code', 'partner', 'sources', 'statement'],
    Call: [
      ...['awardYear', 'benefits', 'claims', 'contact', 'counts', 'documents', 'edition', 'eligibilityRules'],
      ...['envelope', 'id', 'launchYear', 'milestones', 'objectives', 'phase', 'sources', 'supportPartners'],
      ...['themes', 'title'],
    ],
    CallCounts: ['applications', 'auditioned', 'awarded', 'eligible', 'publishedLaureates', 'shortlisted'],
    Document: ['sha256', 'title', 'url'],
    EligibilityReason: ['explanation', 'passed', 'rule'],
    EligibilityResult: ['reasons', 'rulesVersion', 'verdict'],
    EligibilityRule: ['code', 'description', 'label'],
    Envelope: ['committed', 'maxPerProject', 'paid', 'remaining', 'total'],
    GrantSummary: ['applications', 'awarded', 'granted', 'lastAwardYear'],
    JointProject: ['partners', 'since', 'sources', 'title'],
    ...connectionRows('Laureate', 'facets', 'totalAwarded'),
    LaureateFacets: ['editions', 'territories', 'themes'],
    Milestone: ['code', 'date', 'earliest', 'label', 'latest', 'precision', 'sources', 'statement'],
    Organization: ['applications', 'id', 'isLaureate', 'jointProjects'],
    Query: ['application', 'call', 'calls', 'checkEligibility', 'currentCall', 'laureates'],
    Territory: ['grantCentsPerInhabitant', 'grantSummary', 'id', 'laureates'],
    Theme: ['claims', 'code', 'label', 'subThemes'],
  },
  shared: [PROVENANCE_ROWS],
  restricted: {
    Application: {
      ...fields(BOTH_SIDES, 'awardLetterUrl', 'history', 'reportsDue', 'requested'),
      scorecard: STAFF,
    },
    ApplicationConnection: fields(STAFF, 'edges', 'nodes', 'pageInfo', 'totalCount'),
    ApplicationEdge: fields(STAFF, 'cursor', 'node'),
    CriterionScore: fields(STAFF, 'code', 'label', 'mean', 'n', 'weight'),
    Query: { applications: STAFF, myApplications: people() },
    // Their object is reached through an application, where the condition is asked.
    ReportDue: fields(roles('agent', 'admin', 'applicant'), 'dueOn', 'status'),
    Scorecard: fields(
      STAFF,
      ...[
        'criteria',
        'normalizedMean',
        'recusals',
        'reviewsDone',
        'reviewsExpected',
        'spread',
        'weightedMean',
      ],
    ),
    StateTransition: fields(
      roles('agent', 'admin', 'applicant'),
      ...['actorRole', 'at', 'from', 'hash', 'reason', 'to'],
    ),
  },
  conditions: {
    'own application': {
      means: 'La candidature est celle de la structure pour laquelle la personne agit.',
      holds: ({ organizationId }: Application, _args, { viewer }: Context) =>
        viewer.organization !== null && organizationId === viewer.organization,
    },
  },
};
