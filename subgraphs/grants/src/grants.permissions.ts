import { PROVENANCE_ROWS } from '@graphess/provenance';
import { connectionRows, fields, type PermissionTable, people, roles } from '@graphess/subgraph-kit';
import {
  GRANT_CHANGES_QUERIES,
  GRANT_CHANGES_RESTRICTED,
} from './grant-changes/grant-changes.permissions.ts';
import { PUBLISHED_GRANTS_PUBLIC } from './import-scdl/published-grants.permissions.ts';
import { SCDL_PUBLIC } from './scdl/scdl.permissions.ts';
import { STATISTICS_PUBLIC } from './statistics/statistics.permissions.ts';
import { BOTH_SIDES, BOTH_SIDES_AND_JURY, CONDITIONS, STAFF } from './who-may.ts';
import { WORKFLOW_PUBLIC } from './workflow/workflow.permissions.ts';

export const grantsPermissions: PermissionTable = {
  public: {
    Application: [
      ...['actionTerritories', 'applicantName', 'areaAsStated', 'awarded', 'call', 'fundedItems', 'id'],
      ...['isDemonstration', 'number', 'organization', 'publicInfo', 'sources', 'state', 'summary'],
      ...['stateLabel', 'submittedAt', 'themes', 'title'],
    ],
    Benefit: ['code', 'partner', 'sources', 'statement'],
    Call: [
      ...['awardYear', 'benefits', 'claims', 'contact', 'counts', 'documents', 'edition', 'eligibilityRules'],
      ...['envelope', 'id', 'launchYear', 'milestones', 'objectives', 'phase', 'sources', 'supportPartners'],
      ...['closesAt', 'opensAt', 'themes', 'title', 'version', 'workflow'],
    ],
    ...WORKFLOW_PUBLIC,
    ...SCDL_PUBLIC,
    ...PUBLISHED_GRANTS_PUBLIC,
    ...STATISTICS_PUBLIC,
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
    Query: [
      ...['application', 'call', 'calls', 'checkEligibility', 'currentCall', 'grantStatistics', 'laureates'],
      ...['publishedGrantFiles', 'publishedGrants', 'scdlFile'],
    ],
    Territory: ['grantCentsPerInhabitant', 'grantSummary', 'id', 'laureates'],
    Theme: ['claims', 'code', 'label', 'subThemes'],
  },
  shared: [PROVENANCE_ROWS],
  restricted: {
    Application: {
      ...fields(BOTH_SIDES, 'awardLetterUrl', 'history', 'reportsDue', 'updatedAt', 'version'),
      requested: BOTH_SIDES_AND_JURY,
      scorecard: STAFF,
    },
    ApplicationConnection: fields(STAFF, 'edges', 'nodes', 'pageInfo', 'totalCount'),
    ApplicationEdge: fields(STAFF, 'cursor', 'node'),
    CriterionScore: fields(STAFF, 'code', 'label', 'mean', 'n', 'weight'),
    ...GRANT_CHANGES_RESTRICTED,
    Query: { ...GRANT_CHANGES_QUERIES, applications: STAFF, myApplications: people() },
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
  conditions: CONDITIONS,
};
