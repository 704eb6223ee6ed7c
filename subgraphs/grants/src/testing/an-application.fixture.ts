import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { ApplicationState } from '../application/application.state.ts';

export type ApplicationSeed = {
  id?: string;
  callId?: string;
  organizationId?: string;
  applicantName?: string;
  title?: string;
  summary?: string;
  state?: ApplicationState;
  requestedCents?: number;
  themes?: string[];
  actionTerritories?: string[];
};

/** How an application gets where a test wants it, by the standard workflow. */
const WAY: Readonly<Record<ApplicationState, readonly ApplicationState[]>> = {
  DRAFT: [],
  SUBMITTED: ['SUBMITTED'],
  INELIGIBLE: ['SUBMITTED', 'INELIGIBLE'],
  UNDER_REVIEW: ['SUBMITTED', 'UNDER_REVIEW'],
  MORE_INFO_REQUESTED: ['SUBMITTED', 'MORE_INFO_REQUESTED'],
  SHORTLISTED: ['SUBMITTED', 'UNDER_REVIEW', 'SHORTLISTED'],
  AUDITIONED: ['SUBMITTED', 'UNDER_REVIEW', 'SHORTLISTED', 'AUDITIONED'],
  WAITLISTED: ['SUBMITTED', 'UNDER_REVIEW', 'SHORTLISTED', 'AUDITIONED', 'WAITLISTED'],
  AWARDED: ['SUBMITTED', 'UNDER_REVIEW', 'SHORTLISTED', 'AUDITIONED', 'AWARDED'],
  REJECTED: ['SUBMITTED', 'UNDER_REVIEW', 'REJECTED'],
  WITHDRAWN: ['SUBMITTED', 'WITHDRAWN'],
};

/** Puts an application where a test wants it, without the verbs that lead there. Its id. */
export async function anApplication(db: EntityManager, seed: ApplicationSeed = {}): Promise<string> {
  const {
    id = `APP:${randomUUID()}`,
    callId = 'CALL:4',
    organizationId = 'ORG:bicyclaide',
    applicantName = 'BicyclAide',
    title = 'La vélo-école du quartier',
    summary = 'Des cours de vélo au pied des immeubles.',
    state = 'SUBMITTED',
    requestedCents = 1_000_000,
    themes = [],
    actionTerritories = ['COM:92026'],
  } = seed;
  await db.query(
    `INSERT INTO application (id, call_id, organization_id, applicant_name, title, summary, action_territories, state,
                              requested_cents, is_demonstration, source_ids, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'DRAFT', $8, false, '{}', '2025-11-20', '2025-11-20')`,
    [id, callId, organizationId, applicantName, title, summary, actionTerritories, requestedCents],
  );
  for (const theme of themes) {
    await db.query('INSERT INTO application_theme VALUES ($1, $2, $3)', [id, callId, theme]);
  }
  for (const next of WAY[state]) {
    await db.query(
      `UPDATE application a SET state = $2, submitted_at = coalesce(submitted_at, least('2025-12-01',
         (SELECT c.closes_at - interval '1 second' FROM call c WHERE c.id = a.call_id))) WHERE id = $1`,
      [id, next],
    );
  }
  return id;
}
