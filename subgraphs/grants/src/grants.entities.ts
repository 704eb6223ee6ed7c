import { Claim, Source, UnknownValue } from '@graphess/provenance';
import { OrganizationCopy, TerritoryCopy } from '@graphess/reference';
import { Application } from './application/application.entity.ts';
import { ApplicationTheme } from './application/application-theme.entity.ts';
import { Benefit } from './benefit/benefit.entity.ts';
import { Call } from './call/call.entity.ts';
import { EligibilityRule } from './eligibility/eligibility-rule.entity.ts';
import { EligibilityTerms } from './eligibility/eligibility-terms.entity.ts';
import { JointProject } from './joint-project/joint-project.entity.ts';
import { Milestone } from './milestone/milestone.entity.ts';
import { PersonalDataPurpose } from './personal-data/purpose.entity.ts';
import { Theme } from './theme/theme.entity.ts';
import { WorkflowState } from './workflow/workflow-state.entity.ts';
import { WorkflowTransition } from './workflow/workflow-transition.entity.ts';

/** The rows that the library maps. */
export const grantsEntities = [
  Source,
  Claim,
  UnknownValue,
  TerritoryCopy,
  OrganizationCopy,
  Call,
  Milestone,
  Theme,
  Benefit,
  EligibilityTerms,
  EligibilityRule,
  Application,
  ApplicationTheme,
  JointProject,
  WorkflowState,
  WorkflowTransition,
  PersonalDataPurpose,
];
