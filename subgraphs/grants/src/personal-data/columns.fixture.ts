/**
 * Columns that hold text and nothing of a person to take out. A table that comes says here, or in `places.ts`, what each of
 * its columns holds.
 */

/** Written for a structure, and kept or deleted with its file; the person to contact is taken out of forms. */
export const OF_STRUCTURES: Readonly<Record<string, string>> = {
  application: 'applicant_name area_as_stated folded funded_items public_info summary title',
  application_form: 'content',
  application_form_version: 'content',
  attachment: 'file_name',
  joint_project: 'quotation summary title',
  outcome: 'label unit',
  report: 'summary',
};

/** Keys, codes, hashes, texts of an edition or of a published document. */
export const OF_NOBODY: Readonly<Record<string, string>> = {
  agreement: 'application_id',
  application:
    'action_territories applicant_legal_form applicant_rna applicant_siret call_id id organization_id source_ids state',
  application_form: 'application_id',
  application_form_version: 'application_id sha256',
  application_theme: 'application_id call_id theme_code',
  application_transition: 'action actor_role application_id from_state to_state',
  attachment: 'application_id kind media_type scan sha256 signature_hash',
  audition_day: 'call_id id',
  audition_slot: 'application_id call_id day_id place',
  award: 'application_id call_id reference terms',
  award_number: 'call_id',
  benefit: 'call_id code partner_id source_ids statement',
  call: 'contact id objectives source_ids support_partners title',
  change_log: 'key kind topic',
  claim: 'field id origin source_id statement subject',
  club_member: 'organization_id source_ids',
  conflict_lift: 'candidate',
  eligibility_rule: 'call_id code description label',
  eligibility_terms: 'action_within call_id open_to version',
  evaluation_criterion: 'call_id code description label',
  event_copy: 'id status title type',
  follow_position: 'source topic',
  idempotency_key: 'body_hash key operation result',
  information_request: 'application_id',
  joint_project: 'confirmed_by partners slug source_ids',
  juror: 'call_id organization_id',
  laureate_publication: 'application_id print',
  letter: 'application_id kind sha256',
  loaded_set: 'fingerprint name',
  migration: 'name',
  milestone: 'call_id code label precision source_ids statement',
  organization_copy: 'aliases current_id folded id legal_form name rna roles siret',
  outcome: 'application_id code report_code',
  payment: 'after_report application_id reference',
  payment_cancellation: 'application_id reference',
  personal_data_purpose: 'code counted_from data label legal_basis purpose',
  published_grant:
    'beneficiary_name beneficiary_rna beneficiary_siren beneficiary_siret folded grantor_name grantor_siret key nature object reference sha256 source terms',
  published_grant_file: 'file_name problems sha256 source',
  published_grant_quarantine: 'code column_name raw sha256 source',
  report: 'application_id code status',
  report_schedule: 'call_id code label',
  review: 'application_id call_id',
  review_assignment: 'application_id recusal_kind reviewer_organization_id',
  review_score: 'call_id criterion_code',
  source: 'citation document id licence producer title url vintage',
  submission: 'application_id rules_version sha256 to_check verdict',
  support: 'call_id organization_id partner_id source_ids',
  territory_copy: 'id level name within within_partly',
  theme: 'call_id code label parent_code',
  unknown_value: 'field id label origin reason source_id subject',
  workflow_state: 'call_id label public_label public_state state',
  workflow_transition: 'action call_id from_state guards roles to_state',
};
