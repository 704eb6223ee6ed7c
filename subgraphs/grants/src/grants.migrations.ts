import { ProvenanceTables1767225700000, UnknownValue1767227700000 } from '@graphess/provenance';
import {
  OrganizationRedirect1767227200000,
  OrganizationRoles1767228300000,
  ReferenceTables1767225800000,
} from '@graphess/reference';
import { Call1767226100000 } from './migrations/1767226100000-call.ts';
import { Application1767226200000 } from './migrations/1767226200000-application.ts';
import { JointProject1767226300000 } from './migrations/1767226300000-joint-project.ts';
import { Workflow1767228000000 } from './migrations/1767228000000-workflow.ts';
import { GridAndFollowUp1767228050000 } from './migrations/1767228050000-grid-and-follow-up.ts';
import { PublishedCall1767228100000 } from './migrations/1767228100000-published-call.ts';
import { ApplicationForm1767228200000 } from './migrations/1767228200000-application-form.ts';
import { Attachment1767228210000 } from './migrations/1767228210000-attachment.ts';
import { Jury1767228310000 } from './migrations/1767228310000-jury.ts';
import { Review1767228320000 } from './migrations/1767228320000-review.ts';
import { Envelope1767228400000 } from './migrations/1767228400000-envelope.ts';
import { Audition1767228410000 } from './migrations/1767228410000-audition.ts';
import { Letter1767228430000 } from './migrations/1767228430000-letter.ts';
import { Payments1767228500000 } from './migrations/1767228500000-payments.ts';
import { Reports1767228510000 } from './migrations/1767228510000-reports.ts';
import { EventCopy1767228520000 } from './migrations/1767228520000-event-copy.ts';
import { Club1767228530000 } from './migrations/1767228530000-club.ts';
import { JointProjectProposal1767228540000 } from './migrations/1767228540000-joint-project-proposal.ts';
import { LaureatePublication1767228600000 } from './migrations/1767228600000-laureate-publication.ts';
import { PublishedGrant1767228610000 } from './migrations/1767228610000-published-grant.ts';
import { PersonalData1767228900000 } from './migrations/1767228900000-personal-data.ts';
import { ErasedPersons1767228910000 } from './migrations/1767228910000-erased-persons.ts';
import { RivalJuror1767228920000 } from './migrations/1767228920000-rival-juror.ts';
import { AwardOfRecord1767228930000 } from './migrations/1767228930000-award-of-record.ts';

/** In the order in which they run. */
export const grantsMigrations = [
  ProvenanceTables1767225700000,
  ReferenceTables1767225800000,
  Call1767226100000,
  Application1767226200000,
  JointProject1767226300000,
  OrganizationRedirect1767227200000,
  UnknownValue1767227700000,
  Workflow1767228000000,
  GridAndFollowUp1767228050000,
  PublishedCall1767228100000,
  ApplicationForm1767228200000,
  Attachment1767228210000,
  OrganizationRoles1767228300000,
  Jury1767228310000,
  Review1767228320000,
  Envelope1767228400000,
  Audition1767228410000,
  Letter1767228430000,
  Payments1767228500000,
  Reports1767228510000,
  EventCopy1767228520000,
  Club1767228530000,
  JointProjectProposal1767228540000,
  LaureatePublication1767228600000,
  PublishedGrant1767228610000,
  PersonalData1767228900000,
  ErasedPersons1767228910000,
  RivalJuror1767228920000,
  AwardOfRecord1767228930000,
];
