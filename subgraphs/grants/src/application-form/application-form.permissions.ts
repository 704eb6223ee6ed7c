import { fields, type PermissionTable, roles } from '@graphess/subgraph-kit';
import { BOTH_SIDES, BOTH_SIDES_AND_JURY } from '../who-may.ts';

type Restricted = NonNullable<PermissionTable['restricted']>;

export const APPLICANT_ONLY = roles('applicant');
/** Their object is reached through an application, where the condition is asked. */
export const READERS_OF_FILES = roles('agent', 'admin', 'applicant', 'juror');
const BOTH_SIDES_BELOW = roles('agent', 'admin', 'applicant');

export const FORM_FIELDS: Restricted[string] = { form: BOTH_SIDES_AND_JURY, formVersions: BOTH_SIDES };
export const FORM_MUTATIONS: Restricted[string] = fields(
  APPLICANT_ONLY,
  ...['discardDraft', 'saveDraft', 'startApplication'],
);
export const FORM_TYPES: Restricted = {
  AdministrativeStanding: fields(
    READERS_OF_FILES,
    ...['approvals', 'paysBusinessTaxes', 'recognisedPublicUtility'],
  ),
  ApplicantStructure: {
    ...fields(
      READERS_OF_FILES,
      'acronym',
      'address',
      'isEsus',
      'legalForm',
      'name',
      'rna',
      'siret',
      'website',
    ),
    contact: { may: BOTH_SIDES_BELOW, personal: true },
  },
  ApplicationForm: fields(
    READERS_OF_FILES,
    ...['administration', 'attestations', 'means', 'organizationBudget', 'project', 'projectBudget'],
    ...['structure', 'themes'],
  ),
  ApplicationFormVersion: fields(BOTH_SIDES_BELOW, 'at', 'form', 'number', 'sha256'),
  Attestations: fields(READERS_OF_FILES, 'declarationsUpToDate', 'republicanCommitment', 'rightToRepresent'),
  Budget: fields(READERS_OF_FILES, 'lines', 'year'),
  BudgetLine: fields(READERS_OF_FILES, 'account', 'cents', 'label'),
  ContactPerson: {
    name: { may: BOTH_SIDES_BELOW, personal: true },
    position: { may: BOTH_SIDES_BELOW, personal: true },
    email: { may: BOTH_SIDES_BELOW, personal: true },
    phone: { may: BOTH_SIDES_BELOW, personal: true },
  },
  DiscardDraftSuccess: fields(APPLICANT_ONLY, 'id'),
  HumanMeans: fields(
    READERS_OF_FILES,
    ...['employees', 'fullTimeEquivalents', 'members', 'serviceVolunteers', 'volunteers'],
  ),
  ProjectDescription: fields(
    READERS_OF_FILES,
    ...['beneficiaries', 'calendar', 'description', 'endsOn', 'evaluation', 'fundedItems', 'indicators'],
    ...['means', 'objectives', 'requestedCents', 'startsOn', 'summary', 'territories', 'title'],
  ),
  SaveDraftSuccess: fields(APPLICANT_ONLY, 'application', 'warnings'),
  StartApplicationSuccess: fields(APPLICANT_ONLY, 'application'),
};
