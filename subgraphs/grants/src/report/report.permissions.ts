import { fields, type PermissionTable, type PublicFields, roles } from '@graphess/subgraph-kit';
import { BOTH_SIDES, STAFF } from '../who-may.ts';

export const REPORT_PUBLIC: PublicFields = {
  AcceptReportSuccess: ['application'],
  Outcome: ['achieved', 'code', 'label', 'planned', 'reportCode', 'unit'],
  ReturnReportSuccess: ['application'],
  SubmitReportSuccess: ['application'],
};
export const REPORT_OF_APPLICATION = fields(BOTH_SIDES, 'reportsDue');
export const REPORT_RESTRICTED: NonNullable<PermissionTable['restricted']> = {
  LateReport: fields(STAFF, 'application', 'code', 'dueOn', 'label'),
  LateReportConnection: fields(STAFF, 'edges', 'nodes', 'pageInfo', 'totalCount'),
  LateReportEdge: fields(STAFF, 'cursor', 'node'),
  // Reached through an application, where the condition is asked.
  ReportDue: fields(
    roles('agent', 'admin', 'applicant'),
    ...['code', 'dueOn', 'label', 'outcomes', 'reason', 'status', 'submittedAt', 'summary', 'version'],
  ),
};
export const REPORT_MUTATIONS = {
  ...fields(STAFF, 'acceptReport', 'returnReport'),
  ...fields(roles('applicant'), 'submitReport'),
};
export const REPORT_QUERIES = fields(STAFF, 'lateReports');
