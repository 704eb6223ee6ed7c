import type { ApplicationState } from '../application/application.state.ts';
import type { ApplicationAction } from './application-action.ts';
import type { TransitionGuard } from './transition-guard.ts';

/** A workflow as an edition declares it. */
export type WorkflowRecord = {
  states: readonly {
    state: ApplicationState;
    label: string;
    publicState: ApplicationState;
    publicLabel: string;
  }[];
  transitions: readonly {
    action: ApplicationAction;
    from: readonly ApplicationState[];
    to: ApplicationState;
    roles: readonly string[];
    guards: readonly TransitionGuard[];
  }[];
};

const shown = (state: ApplicationState, label: string, publicLabel = label) => ({
  state,
  label,
  publicState: state,
  publicLabel,
});
/** A step of the jury: those who applied see the step before it. */
const hidden = (
  state: ApplicationState,
  label: string,
  publicState: ApplicationState,
  publicLabel: string,
) => ({
  state,
  label,
  publicState,
  publicLabel,
});

/** What an edition has that declares no workflow of its own. */
export const STANDARD_WORKFLOW: WorkflowRecord = {
  states: [
    shown('DRAFT', 'Brouillon'),
    shown('SUBMITTED', 'Déposée'),
    shown('INELIGIBLE', 'Irrecevable'),
    shown('UNDER_REVIEW', 'À l’instruction'),
    shown('MORE_INFO_REQUESTED', 'Précisions demandées'),
    shown('SHORTLISTED', 'Présélectionnée'),
    hidden('AUDITIONED', 'Auditionnée', 'SHORTLISTED', 'Présélectionnée'),
    hidden('WAITLISTED', 'Sur liste d’attente', 'SHORTLISTED', 'Présélectionnée'),
    shown('AWARDED', 'Lauréate'),
    shown('REJECTED', 'Refusée', 'Non retenue'),
    shown('WITHDRAWN', 'Retirée'),
  ],
  transitions: [
    {
      action: 'SUBMIT',
      from: ['DRAFT'],
      to: 'SUBMITTED',
      roles: ['applicant'],
      guards: ['CALL_OPEN', 'FORM_COMPLETE'],
    },
    {
      action: 'WITHDRAW',
      from: ['SUBMITTED', 'UNDER_REVIEW', 'MORE_INFO_REQUESTED', 'SHORTLISTED', 'AUDITIONED', 'WAITLISTED'],
      to: 'WITHDRAWN',
      roles: ['applicant'],
      guards: [],
    },
    { action: 'START_REVIEW', from: ['SUBMITTED'], to: 'UNDER_REVIEW', roles: ['agent'], guards: [] },
    {
      action: 'DECLARE_INELIGIBLE',
      from: ['SUBMITTED', 'UNDER_REVIEW', 'MORE_INFO_REQUESTED'],
      to: 'INELIGIBLE',
      roles: ['agent'],
      guards: ['REASON_GIVEN'],
    },
    {
      action: 'REQUEST_INFORMATION',
      from: ['SUBMITTED', 'UNDER_REVIEW'],
      to: 'MORE_INFO_REQUESTED',
      roles: ['agent'],
      guards: ['REASON_GIVEN'],
    },
    {
      action: 'ANSWER',
      from: ['MORE_INFO_REQUESTED'],
      to: 'UNDER_REVIEW',
      roles: ['applicant'],
      guards: ['FORM_COMPLETE'],
    },
    { action: 'SHORTLIST', from: ['UNDER_REVIEW'], to: 'SHORTLISTED', roles: ['agent'], guards: [] },
    { action: 'RECORD_AUDITION', from: ['SHORTLISTED'], to: 'AUDITIONED', roles: ['agent'], guards: [] },
    { action: 'WAITLIST', from: ['AUDITIONED'], to: 'WAITLISTED', roles: ['agent'], guards: [] },
    {
      action: 'AWARD',
      from: ['AUDITIONED', 'WAITLISTED'],
      to: 'AWARDED',
      roles: ['agent'],
      guards: ['WITHIN_ENVELOPE'],
    },
    {
      action: 'REJECT',
      from: ['UNDER_REVIEW', 'SHORTLISTED', 'AUDITIONED', 'WAITLISTED'],
      to: 'REJECTED',
      roles: ['agent'],
      guards: ['REASON_GIVEN'],
    },
    {
      action: 'REOPEN',
      from: ['INELIGIBLE'],
      to: 'UNDER_REVIEW',
      roles: ['agent'],
      guards: ['REASON_GIVEN', 'SECOND_AGENT'],
    },
    {
      action: 'REOPEN',
      from: ['AWARDED', 'REJECTED'],
      to: 'AUDITIONED',
      roles: ['agent'],
      guards: ['REASON_GIVEN', 'SECOND_AGENT'],
    },
  ],
};
