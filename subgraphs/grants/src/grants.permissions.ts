import { PROVENANCE_ROWS } from '@graphess/provenance';
import { connectionRows, fields, type PermissionTable, people, roles } from '@graphess/subgraph-kit';
import {
  AGREEMENT_MUTATIONS,
  AGREEMENT_OF_APPLICATION,
  AGREEMENT_PUBLIC,
  AGREEMENT_RESTRICTED,
} from './agreement/agreement.permissions.ts';
import {
  CLUB_MUTATIONS,
  CLUB_OF_ORGANIZATION,
  CLUB_PUBLIC,
  CLUB_RESTRICTED,
} from './club/club.permissions.ts';
import {
  JOINT_PROJECT_MUTATIONS,
  JOINT_PROJECT_PUBLIC,
  PROPOSALS_OF_ORGANIZATION,
} from './joint-project/joint-project.permissions.ts';
import {
  NEXT_STEP_OF_APPLICATION,
  NEXT_STEP_PUBLIC,
  NEXT_STEP_RESTRICTED,
} from './next-step/next-step.permissions.ts';
import { PATH_PUBLIC } from './path/path.permissions.ts';
import {
  MONEY_TRAIL_OF_CALL,
  PAYMENT_MUTATIONS,
  PAYMENT_OF_APPLICATION,
  PAYMENT_PUBLIC,
  PAYMENT_RESTRICTED,
} from './payment/payment.permissions.ts';
import { RENEWAL_OF_APPLICATION, RENEWAL_RESTRICTED } from './renewal/renewal.permissions.ts';
import {
  REPORT_MUTATIONS,
  REPORT_OF_APPLICATION,
  REPORT_PUBLIC,
  REPORT_QUERIES,
  REPORT_RESTRICTED,
} from './report/report.permissions.ts';
import { SUPPORT_MUTATIONS, SUPPORT_PUBLIC } from './support/support.permissions.ts';
import { BOTH_SIDES, BOTH_SIDES_AND_JURY, CONDITIONS, STAFF } from './who-may.ts';
import { WORKFLOW_PUBLIC } from './workflow/workflow.permissions.ts';

export const grantsPermissions: PermissionTable = {
  public: {
    Application: [
      ...['actionTerritories', 'applicantName', 'areaAsStated', 'awarded', 'call', 'fundedItems', 'id'],
      ...['isDemonstration', 'number', 'organization', 'publicInfo', 'sources', 'state', 'summary'],
      ...['stateLabel', 'submittedAt', 'themes', 'title'],
      'outcomes',
      'previous',
    ],
    Benefit: ['code', 'partner', 'sources', 'statement'],
    Call: [
      ...['awardYear', 'benefits', 'claims', 'contact', 'counts', 'documents', 'edition', 'eligibilityRules'],
      ...['envelope', 'id', 'launchYear', 'milestones', 'objectives', 'phase', 'sources', 'supportPartners'],
      ...['closesAt', 'opensAt', 'themes', 'title', 'version', 'workflow'],
    ],
    ...WORKFLOW_PUBLIC,
    ...AGREEMENT_PUBLIC,
    ...PAYMENT_PUBLIC,
    ...REPORT_PUBLIC,
    ...NEXT_STEP_PUBLIC,
    ...CLUB_PUBLIC,
    ...SUPPORT_PUBLIC,
    ...PATH_PUBLIC,
    ...JOINT_PROJECT_PUBLIC,
    CallCounts: ['applications', 'auditioned', 'awarded', 'eligible', 'publishedLaureates', 'shortlisted'],
    Document: ['sha256', 'title', 'url'],
    EligibilityReason: ['explanation', 'passed', 'rule'],
    EligibilityResult: ['reasons', 'rulesVersion', 'verdict'],
    EligibilityRule: ['code', 'description', 'label'],
    Envelope: ['committed', 'maxPerProject', 'paid', 'remaining', 'total'],
    GrantSummary: ['applications', 'awarded', 'granted', 'lastAwardYear'],
    ...connectionRows('Laureate', 'facets', 'totalAwarded'),
    LaureateFacets: ['editions', 'territories', 'themes'],
    Milestone: ['code', 'date', 'earliest', 'label', 'latest', 'precision', 'sources', 'statement'],
    Organization: ['applications', 'id', 'isClubMember', 'isLaureate', 'jointProjects', 'path', 'supports'],
    Query: ['application', 'call', 'calls', 'checkEligibility', 'club', 'currentCall', 'laureates'],
    Territory: ['grantCentsPerInhabitant', 'grantSummary', 'id', 'laureates'],
    Theme: ['claims', 'code', 'label', 'subThemes'],
  },
  shared: [PROVENANCE_ROWS],
  restricted: {
    Application: {
      ...fields(BOTH_SIDES, 'awardLetterUrl', 'history', 'updatedAt', 'version'),
      requested: BOTH_SIDES_AND_JURY,
      scorecard: STAFF,
      ...AGREEMENT_OF_APPLICATION,
      ...PAYMENT_OF_APPLICATION,
      ...REPORT_OF_APPLICATION,
      ...NEXT_STEP_OF_APPLICATION,
      ...RENEWAL_OF_APPLICATION,
    },
    ApplicationConnection: fields(STAFF, 'edges', 'nodes', 'pageInfo', 'totalCount'),
    ApplicationEdge: fields(STAFF, 'cursor', 'node'),
    CriterionScore: fields(STAFF, 'code', 'label', 'mean', 'n', 'weight'),
    Call: MONEY_TRAIL_OF_CALL,
    Mutation: {
      ...AGREEMENT_MUTATIONS,
      ...PAYMENT_MUTATIONS,
      ...REPORT_MUTATIONS,
      ...CLUB_MUTATIONS,
      ...SUPPORT_MUTATIONS,
      ...JOINT_PROJECT_MUTATIONS,
    },
    Query: { applications: STAFF, myApplications: people(), ...REPORT_QUERIES },
    ...AGREEMENT_RESTRICTED,
    ...PAYMENT_RESTRICTED,
    ...REPORT_RESTRICTED,
    ...NEXT_STEP_RESTRICTED,
    Organization: { ...CLUB_OF_ORGANIZATION, ...PROPOSALS_OF_ORGANIZATION },
    ...CLUB_RESTRICTED,
    ...RENEWAL_RESTRICTED,
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
