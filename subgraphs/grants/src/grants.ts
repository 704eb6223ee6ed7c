import {
  Claim,
  ClaimResolver,
  claimFeed,
  ProvenanceTables1767225700000,
  Source,
  UnknownValue,
  UnknownValue1767227700000,
  unknownFeed,
} from '@graphess/provenance';
import {
  followOrganizations,
  followTerritories,
  OrganizationCopy,
  OrganizationRedirect1767227200000,
  OrganizationRoles1767228300000,
  ReferenceTables1767225800000,
  TerritoryCopy,
} from '@graphess/reference';
import { type Context, defineSubgraph, pruneIdempotencyKeys } from '@graphess/subgraph-kit';
import { Application } from './application/application.entity.ts';
import { ApplicationResolver } from './application/application.resolver.ts';
import { ApplicationListResolver } from './application/application-list.resolver.ts';
import { ApplicationTheme } from './application/application-theme.entity.ts';
import { laureateFeed } from './application/laureate.feed.ts';
import { visibleApplicationById } from './application/visible-applications.queries.ts';
import { ApplicationFormResolver } from './application-form/application-form.resolver.ts';
import { pruneAttachments } from './attachment/attachment.jobs.ts';
import { AttachmentResolver, AttachmentsResolver } from './attachment/attachment.resolver.ts';
import { attachmentFile, receiveAttachment } from './attachment/attachment.route.ts';
import { auditionFeed } from './audition/audition.feed.ts';
import {
  ApplicationAuditionResolver,
  AuditionSlotResolver,
  CallAuditionResolver,
} from './audition/audition.resolver.ts';
import { Benefit } from './benefit/benefit.entity.ts';
import { BenefitResolver } from './benefit/benefit.resolver.ts';
import { Call } from './call/call.entity.ts';
import { CallResolver } from './call/call.resolver.ts';
import {
  AssignmentConflictResolver,
  ConflictEdgeResolver,
  ConflictWritesResolver,
} from './conflict/conflict.resolver.ts';
import { DecisionWritesResolver } from './decision/decision-writes.resolver.ts';
import { EligibilityResolver } from './eligibility/eligibility.resolver.ts';
import { EligibilityRule } from './eligibility/eligibility-rule.entity.ts';
import { EligibilityTerms } from './eligibility/eligibility-terms.entity.ts';
import { OrganizationResolver } from './foreign/organization.resolver.ts';
import type { Organization } from './foreign/organization.ts';
import { TerritoryResolver } from './foreign/territory.resolver.ts';
import type { Territory } from './foreign/territory.ts';
import { grantsPermissions } from './grants.permissions.ts';
import { InstructionResolver } from './instruction/instruction.resolver.ts';
import { JointProject } from './joint-project/joint-project.entity.ts';
import { JointProjectResolver } from './joint-project/joint-project.resolver.ts';
import { LaureateResolver } from './laureate/laureate.resolver.ts';
import { ApplicationLettersResolver, LetterResolver } from './letter/letter.resolver.ts';
import { letterCheck, letterFile } from './letter/letter.routes.ts';
import { loadGrants } from './load/load-grants.ts';
import { Call1767226100000 } from './migrations/1767226100000-call.ts';
import { Application1767226200000 } from './migrations/1767226200000-application.ts';
import { JointProject1767226300000 } from './migrations/1767226300000-joint-project.ts';
import { Workflow1767228000000 } from './migrations/1767228000000-workflow.ts';
import { GridAndFollowUp1767228050000 } from './migrations/1767228050000-grid-and-follow-up.ts';
import { ApplicationForm1767228200000 } from './migrations/1767228200000-application-form.ts';
import { Attachment1767228210000 } from './migrations/1767228210000-attachment.ts';
import { Jury1767228310000 } from './migrations/1767228310000-jury.ts';
import { Review1767228320000 } from './migrations/1767228320000-review.ts';
import { PersonalData1767228900000 } from './migrations/1767228900000-personal-data.ts';
import { Milestone } from './milestone/milestone.entity.ts';
import { MilestoneResolver } from './milestone/milestone.resolver.ts';
import { purgeEveryNight } from './personal-data/personal-data.jobs.ts';
import { PersonalDataResolver } from './personal-data/personal-data.resolver.ts';
import { ownPersonalData } from './personal-data/personal-data.route.ts';
import { PersonalDataPurpose } from './personal-data/purpose.entity.ts';
import { RankedApplicationResolver, RankingResolver } from './ranking/ranking.resolver.ts';
import { JuryWritesResolver } from './review/jury-writes.resolver.ts';
import {
  ApplicationJuryResolver,
  CallJuryResolver,
  JurorResolver,
  ReviewAssignmentResolver,
} from './review/review-assignment.resolver.ts';
import {
  ApplicationReviewsResolver,
  AssignmentReviewResolver,
  ReviewWritesResolver,
} from './score/review.resolver.ts';
import { ScorecardResolver } from './score/scorecard.resolver.ts';
import { receipt } from './submission/receipt.route.ts';
import { SubmissionResolver } from './submission/submission.resolver.ts';
import { Envelope1767228400000 } from './migrations/1767228400000-envelope.ts';
import { Audition1767228410000 } from './migrations/1767228410000-audition.ts';
import { Letter1767228430000 } from './migrations/1767228430000-letter.ts';
import { Milestone } from './milestone/milestone.entity.ts';
import { MilestoneResolver } from './milestone/milestone.resolver.ts';
import { SelectionProposalResolver } from './proposal/proposal.resolver.ts';
import { Theme } from './theme/theme.entity.ts';
import { ThemeResolver } from './theme/theme.resolver.ts';
import { WorkflowResolver } from './workflow/workflow.resolver.ts';
import { WorkflowState } from './workflow/workflow-state.entity.ts';
import { WorkflowTransition } from './workflow/workflow-transition.entity.ts';

export const grants = defineSubgraph({
  name: 'grants',
  entities: [
    ...[Source, Claim, UnknownValue, TerritoryCopy, OrganizationCopy],
    ...[Call, Milestone, Theme, Benefit, EligibilityTerms, EligibilityRule],
    ...[Application, ApplicationTheme, JointProject],
    ...[WorkflowState, WorkflowTransition, PersonalDataPurpose],
  ],
  resolvers: [
    ...[ClaimResolver, CallResolver, MilestoneResolver, ThemeResolver, BenefitResolver, EligibilityResolver],
    ...[
      ApplicationResolver,
      ApplicationListResolver,
      LaureateResolver,
      JointProjectResolver,
      OrganizationResolver,
      TerritoryResolver,
      WorkflowResolver,
    ],
    ...[
      ApplicationFormResolver,
      AttachmentsResolver,
      AttachmentResolver,
      SubmissionResolver,
      InstructionResolver,
    ],
    ...[
      ReviewAssignmentResolver,
      ApplicationJuryResolver,
      CallJuryResolver,
      JurorResolver,
      JuryWritesResolver,
    ],
    ...[AssignmentConflictResolver, ConflictEdgeResolver, ConflictWritesResolver],
    ...[ApplicationReviewsResolver, AssignmentReviewResolver, ReviewWritesResolver, ScorecardResolver],
    ...[RankingResolver, RankedApplicationResolver],
    PersonalDataResolver,
      SelectionProposalResolver,
      LetterResolver,
      ApplicationLettersResolver,
      DecisionWritesResolver,
      ApplicationAuditionResolver,
      CallAuditionResolver,
      AuditionSlotResolver,
    ],
  ],
  references: {
    Application: ({ id }: { id: string }, ctx: Context) => visibleApplicationById(ctx).load(id),
    Organization: (reference: Organization) => reference,
    Territory: (reference: Territory) => reference,
  },
  migrations: [
    ...[ProvenanceTables1767225700000, ReferenceTables1767225800000],
    ...[Call1767226100000, Application1767226200000, JointProject1767226300000],
    UnknownValue1767227700000,
    OrganizationRedirect1767227200000,
    ...[Workflow1767228000000, GridAndFollowUp1767228050000],
    ...[ApplicationForm1767228200000, Attachment1767228210000],
    ...[OrganizationRoles1767228300000, Jury1767228310000, Review1767228320000],
    PersonalData1767228900000,
    ...[Envelope1767228400000, Audition1767228410000, Letter1767228430000],
  ],
  routes: [letterFile, letterCheck],
  feeds: { claim: claimFeed, unknown: unknownFeed, laureate: laureateFeed, audition: auditionFeed },
  follows: [followTerritories, followOrganizations],
  routes: [receipt, receiveAttachment, attachmentFile, ownPersonalData],
  jobs: [pruneAttachments, pruneIdempotencyKeys, purgeEveryNight],
  load: loadGrants,
  permissions: grantsPermissions,
});
