import { PROVENANCE_ROWS } from '@graphess/provenance';
import { connectionRows, fields, type PermissionTable, people, roles } from '@graphess/subgraph-kit';
import {
  AGREEMENT_MUTATIONS,
  AGREEMENT_OF_APPLICATION,
  AGREEMENT_PUBLIC,
  AGREEMENT_RESTRICTED,
} from './agreement/agreement.permissions.ts';
import { FORM_FIELDS, FORM_MUTATIONS, FORM_TYPES } from './application-form/application-form.permissions.ts';
import {
  ATTACHMENT_FIELDS,
  ATTACHMENT_MUTATIONS,
  ATTACHMENT_TYPES,
} from './attachment/attachment.permissions.ts';
import {
  AUDITION_APPLICATION,
  AUDITION_CALL,
  AUDITION_MUTATIONS,
  AUDITION_RESTRICTED,
} from './audition/audition.permissions.ts';
import {
  CLUB_MUTATIONS,
  CLUB_OF_ORGANIZATION,
  CLUB_PUBLIC,
  CLUB_RESTRICTED,
} from './club/club.permissions.ts';
import { DECISION_MUTATIONS, DECISION_PUBLIC } from './decision/decision.permissions.ts';
import {
  GRANT_CHANGES_QUERIES,
  GRANT_CHANGES_RESTRICTED,
} from './grant-changes/grant-changes.permissions.ts';
import { PUBLISHED_GRANTS_PUBLIC } from './import-scdl/published-grants.permissions.ts';
import {
  INSTRUCTION_FIELDS,
  INSTRUCTION_MUTATIONS,
  INSTRUCTION_TYPES,
} from './instruction/instruction.permissions.ts';
import {
  JOINT_PROJECT_MUTATIONS,
  JOINT_PROJECT_PUBLIC,
  PROPOSALS_OF_ORGANIZATION,
} from './joint-project/joint-project.permissions.ts';
import {
  LETTER_APPLICATION,
  LETTER_MUTATIONS,
  LETTER_RESTRICTED,
  LETTER_VERIFICATION,
} from './letter/letter.permissions.ts';
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
import { PERSONAL_DATA_MUTATIONS, PERSONAL_DATA_PUBLIC } from './personal-data/personal-data.permissions.ts';
import { PROPOSAL_CALL, PROPOSAL_RESTRICTED } from './proposal/proposal.permissions.ts';
import { RENEWAL_OF_APPLICATION, RENEWAL_RESTRICTED } from './renewal/renewal.permissions.ts';
import {
  REPORT_MUTATIONS,
  REPORT_OF_APPLICATION,
  REPORT_PUBLIC,
  REPORT_QUERIES,
  REPORT_RESTRICTED,
} from './report/report.permissions.ts';
import {
  REVIEW_MUTATIONS,
  REVIEW_OF_APPLICATION,
  REVIEW_OF_CALL,
  REVIEW_PUBLIC,
  REVIEW_QUERIES,
  REVIEW_RESTRICTED,
} from './review/review.permissions.ts';
import { SCDL_PUBLIC } from './scdl/scdl.permissions.ts';
import { STATISTICS_PUBLIC } from './statistics/statistics.permissions.ts';
import {
  SUBMISSION_FIELDS,
  SUBMISSION_MUTATIONS,
  SUBMISSION_PUBLIC,
  SUBMISSION_TYPES,
} from './submission/submission.permissions.ts';
import { SUPPORT_MUTATIONS, SUPPORT_PUBLIC } from './support/support.permissions.ts';
import { BOTH_SIDES, BOTH_SIDES_AND_JURY, CONDITIONS, JUDGING_STAFF, STAFF } from './who-may.ts';
import { WORKFLOW_PUBLIC } from './workflow/workflow.permissions.ts';

export const grantsPermissions: PermissionTable = {
  public: {
    Application: [
      ...['actionTerritories', 'applicantName', 'areaAsStated', 'awarded', 'call', 'fundedItems', 'id'],
      ...['isDemonstration', 'number', 'organization', 'outcomes', 'previous', 'publicInfo', 'sources'],
      ...['state', 'stateLabel', 'submittedAt', 'summary', 'themes', 'title'],
    ],
    Benefit: ['code', 'partner', 'sources', 'statement'],
    Call: [
      ...['awardYear', 'benefits', 'claims', 'closesAt', 'contact', 'counts', 'documents', 'edition'],
      ...['eligibilityRules', 'envelope', 'id', 'launchYear', 'milestones', 'objectives', 'opensAt', 'phase'],
      ...['sources', 'supportPartners', 'themes', 'title', 'version', 'workflow'],
      ...['criteria', 'reportSchedule', 'rulesComparedTo', 'rulesVersions'],
    ],
    CallCounts: ['applications', 'auditioned', 'awarded', 'eligible', 'publishedLaureates', 'shortlisted'],
    Document: ['sha256', 'title', 'url'],
    EligibilityReason: ['explanation', 'passed', 'rule'],
    EligibilityResult: ['reasons', 'rulesVersion', 'verdict'],
    EligibilityRule: ['code', 'description', 'label'],
    AmendCallSuccess: ['call'],
    EvaluationCriterion: ['code', 'description', 'label', 'maxScore', 'weight'],
    PublishCallSuccess: ['call'],
    RuleDifference: ['after', 'before', 'field'],
    RulesVersion: ['actionWithin', 'openTo', 'rules', 'since', 'version'],
    ScheduledReport: ['code', 'label', 'monthsAfter'],
    Envelope: ['committed', 'maxPerProject', 'paid', 'remaining', 'total'],
    GrantSummary: ['applications', 'awarded', 'granted', 'lastAwardYear'],
    ...connectionRows('Laureate', 'facets', 'totalAwarded'),
    LaureateFacets: ['editions', 'territories', 'themes'],
    LetterVerification: LETTER_VERIFICATION,
    Milestone: ['code', 'date', 'earliest', 'label', 'latest', 'precision', 'sources', 'statement'],
    Organization: ['applications', 'id', 'isClubMember', 'isLaureate', 'jointProjects', 'path', 'supports'],
    Query: [
      ...['application', 'call', 'calls', 'checkEligibility', 'club', 'currentCall', 'grantStatistics'],
      ...['laureates', 'personalDataPurposes', 'publishedGrantFiles', 'publishedGrants', 'scdlFile'],
      'verifyLetter',
    ],
    Territory: ['grantCentsPerInhabitant', 'grantSummary', 'id', 'laureates'],
    Theme: ['claims', 'code', 'label', 'subThemes'],
    ...{ ...AGREEMENT_PUBLIC, ...CLUB_PUBLIC, ...DECISION_PUBLIC, ...JOINT_PROJECT_PUBLIC },
    ...{ ...NEXT_STEP_PUBLIC, ...PATH_PUBLIC, ...PAYMENT_PUBLIC, ...PERSONAL_DATA_PUBLIC },
    ...{ ...PUBLISHED_GRANTS_PUBLIC, ...REPORT_PUBLIC, ...REVIEW_PUBLIC, ...SCDL_PUBLIC },
    ...{ ...STATISTICS_PUBLIC, ...SUBMISSION_PUBLIC, ...SUPPORT_PUBLIC, ...WORKFLOW_PUBLIC },
  },
  shared: [PROVENANCE_ROWS],
  restricted: {
    Application: {
      ...fields(BOTH_SIDES, 'awardLetterUrl', 'history', 'updatedAt', 'version'),
      requested: BOTH_SIDES_AND_JURY,
      scorecard: JUDGING_STAFF,
      ...{ ...FORM_FIELDS, ...ATTACHMENT_FIELDS, ...SUBMISSION_FIELDS, ...INSTRUCTION_FIELDS },
      ...{ ...REVIEW_OF_APPLICATION, ...AUDITION_APPLICATION, ...LETTER_APPLICATION },
      ...{ ...AGREEMENT_OF_APPLICATION, ...PAYMENT_OF_APPLICATION, ...REPORT_OF_APPLICATION },
      ...{ ...NEXT_STEP_OF_APPLICATION, ...RENEWAL_OF_APPLICATION },
    },
    ApplicationConnection: fields(STAFF, 'edges', 'nodes', 'pageInfo', 'totalCount'),
    ApplicationEdge: fields(STAFF, 'cursor', 'node'),
    Call: { ...REVIEW_OF_CALL, ...AUDITION_CALL, ...PROPOSAL_CALL, ...MONEY_TRAIL_OF_CALL },
    CriterionScore: fields(STAFF, 'code', 'label', 'mean', 'n', 'weight'),
    Mutation: {
      ...fields(STAFF, 'amendCall', 'publishCall'),
      ...{ ...FORM_MUTATIONS, ...ATTACHMENT_MUTATIONS, ...SUBMISSION_MUTATIONS, ...INSTRUCTION_MUTATIONS },
      ...{ ...REVIEW_MUTATIONS, ...AUDITION_MUTATIONS, ...DECISION_MUTATIONS, ...LETTER_MUTATIONS },
      ...{ ...AGREEMENT_MUTATIONS, ...PAYMENT_MUTATIONS, ...REPORT_MUTATIONS, ...SUPPORT_MUTATIONS },
      ...{ ...CLUB_MUTATIONS, ...JOINT_PROJECT_MUTATIONS, ...PERSONAL_DATA_MUTATIONS },
    },
    Organization: { ...CLUB_OF_ORGANIZATION, ...PROPOSALS_OF_ORGANIZATION },
    Query: {
      applications: STAFF,
      myApplications: people(),
      ...{ ...GRANT_CHANGES_QUERIES, ...REPORT_QUERIES, ...REVIEW_QUERIES },
    },
    Scorecard: fields(
      STAFF,
      ...['criteria', 'normalizedMean', 'recusals', 'reviewsDone', 'reviewsExpected', 'spread'],
      'weightedMean',
    ),
    // Their object is reached through an application, where the condition is asked.
    StateTransition: fields(
      roles('agent', 'admin', 'applicant'),
      ...['actorRole', 'at', 'from', 'hash', 'reason', 'to'],
    ),
    ...{ ...FORM_TYPES, ...ATTACHMENT_TYPES, ...SUBMISSION_TYPES, ...INSTRUCTION_TYPES },
    ...{ ...REVIEW_RESTRICTED, ...AUDITION_RESTRICTED, ...LETTER_RESTRICTED, ...PROPOSAL_RESTRICTED },
    ...{ ...AGREEMENT_RESTRICTED, ...PAYMENT_RESTRICTED, ...REPORT_RESTRICTED, ...NEXT_STEP_RESTRICTED },
    ...{ ...CLUB_RESTRICTED, ...RENEWAL_RESTRICTED, ...GRANT_CHANGES_RESTRICTED },
  },
  conditions: CONDITIONS,
};
