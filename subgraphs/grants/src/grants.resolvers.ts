import { ClaimResolver } from '@graphess/provenance';
import { AgreementResolver } from './agreement/agreement.resolver.ts';
import { ApplicationResolver } from './application/application.resolver.ts';
import { ApplicationListResolver } from './application/application-list.resolver.ts';
import { ApplicationFormResolver } from './application-form/application-form.resolver.ts';
import { AttachmentResolver, AttachmentsResolver } from './attachment/attachment.resolver.ts';
import {
  ApplicationAuditionResolver,
  AuditionSlotResolver,
  CallAuditionResolver,
} from './audition/audition.resolver.ts';
import { BenefitResolver } from './benefit/benefit.resolver.ts';
import { CallResolver } from './call/call.resolver.ts';
import { CallPartsResolver } from './call/call-parts.resolver.ts';
import { CallWritesResolver } from './call/call-writes.resolver.ts';
import { ClubOfOrganizationResolver, ClubResolver } from './club/club.resolver.ts';
import { SuggestedPartnerResolver, SuggestedPartnersResolver } from './club/partner.resolver.ts';
import {
  AssignmentConflictResolver,
  ConflictEdgeResolver,
  ConflictWritesResolver,
} from './conflict/conflict.resolver.ts';
import { DecisionWritesResolver } from './decision/decision-writes.resolver.ts';
import { EligibilityResolver } from './eligibility/eligibility.resolver.ts';
import { OrganizationResolver } from './foreign/organization.resolver.ts';
import { TerritoryResolver } from './foreign/territory.resolver.ts';
import { GrantChangesResolver } from './grant-changes/grant-changes.resolver.ts';
import {
  PublishedGrantResolver,
  PublishedGrantTotalResolver,
} from './import-scdl/published-grants.resolver.ts';
import { InstructionResolver } from './instruction/instruction.resolver.ts';
import {
  JointProjectResolver,
  ProposalsOfOrganizationResolver,
} from './joint-project/joint-project.resolver.ts';
import { LaureateResolver } from './laureate/laureate.resolver.ts';
import { ApplicationLettersResolver, LetterResolver } from './letter/letter.resolver.ts';
import { MilestoneResolver } from './milestone/milestone.resolver.ts';
import { NextStepResolver, NextStepsOfApplicationResolver } from './next-step/next-step.resolver.ts';
import { OutcomeResolver } from './outcome/outcome.resolver.ts';
import { PathOfOrganizationResolver, PathStepResolver } from './path/path.resolver.ts';
import { MoneyTrailResolver } from './payment/money-trail.resolver.ts';
import { PaymentResolver, PaymentsOfApplicationResolver } from './payment/payment.resolver.ts';
import { PersonalDataResolver } from './personal-data/personal-data.resolver.ts';
import { SelectionProposalResolver } from './proposal/proposal.resolver.ts';
import { RankedApplicationResolver, RankingResolver } from './ranking/ranking.resolver.ts';
import { RenewalResolver } from './renewal/renewal.resolver.ts';
import { ReportResolver, ReportsOfApplicationResolver } from './report/report.resolver.ts';
import { JuryWritesResolver } from './review/jury-writes.resolver.ts';
import {
  ApplicationJuryResolver,
  CallJuryResolver,
  JurorResolver,
  ReviewAssignmentResolver,
} from './review/review-assignment.resolver.ts';
import { ScdlResolver } from './scdl/scdl.resolver.ts';
import {
  ApplicationReviewsResolver,
  AssignmentReviewResolver,
  ReviewWritesResolver,
} from './score/review.resolver.ts';
import { ScorecardResolver } from './score/scorecard.resolver.ts';
import { StatisticsResolver } from './statistics/statistics.resolver.ts';
import { SubmissionResolver } from './submission/submission.resolver.ts';
import { SupportResolver, SupportsOfOrganizationResolver } from './support/support.resolver.ts';
import { ThemeResolver } from './theme/theme.resolver.ts';
import { WorkflowResolver } from './workflow/workflow.resolver.ts';

/** How the graph reaches each concept. */
export const grantsResolvers = [
  CallPartsResolver,
  CallWritesResolver,
  ClaimResolver,
  CallResolver,
  MilestoneResolver,
  ThemeResolver,
  BenefitResolver,
  EligibilityResolver,
  ApplicationResolver,
  ApplicationListResolver,
  LaureateResolver,
  JointProjectResolver,
  OrganizationResolver,
  TerritoryResolver,
  WorkflowResolver,
  ApplicationFormResolver,
  AttachmentsResolver,
  AttachmentResolver,
  SubmissionResolver,
  InstructionResolver,
  ReviewAssignmentResolver,
  ApplicationJuryResolver,
  CallJuryResolver,
  JurorResolver,
  JuryWritesResolver,
  AssignmentConflictResolver,
  ConflictEdgeResolver,
  ConflictWritesResolver,
  ApplicationReviewsResolver,
  AssignmentReviewResolver,
  ReviewWritesResolver,
  ScorecardResolver,
  RankingResolver,
  RankedApplicationResolver,
  PersonalDataResolver,
  SelectionProposalResolver,
  LetterResolver,
  ApplicationLettersResolver,
  DecisionWritesResolver,
  ApplicationAuditionResolver,
  CallAuditionResolver,
  AuditionSlotResolver,
  AgreementResolver,
  PaymentResolver,
  PaymentsOfApplicationResolver,
  MoneyTrailResolver,
  ReportResolver,
  ReportsOfApplicationResolver,
  OutcomeResolver,
  NextStepsOfApplicationResolver,
  NextStepResolver,
  PathOfOrganizationResolver,
  PathStepResolver,
  RenewalResolver,
  SupportResolver,
  SupportsOfOrganizationResolver,
  ProposalsOfOrganizationResolver,
  ClubResolver,
  ClubOfOrganizationResolver,
  SuggestedPartnersResolver,
  SuggestedPartnerResolver,
  ScdlResolver,
  StatisticsResolver,
  GrantChangesResolver,
  PublishedGrantResolver,
  PublishedGrantTotalResolver,
];
