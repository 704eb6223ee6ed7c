import type { DomainName } from '@graphess/platform';
import type { OpenSubgraph } from '@graphess/subgraph-kit';

/** What private rows say, to be looked for in answers. */
export const MARKERS = {
  unpublished: 'canari-dossier',
  contact: 'canari-contact',
  finding: 'canari-signalement',
  secretValue: 4815.162342,
  key: 'canari-partenaire',
} as const;

/** Writes, beside the facts, what only some may see: unpublished applications, contacts, a partner's key. */
export async function seedPrivateRows(open: (domain: DomainName) => OpenSubgraph): Promise<void> {
  await open('grants').db.query(
    `INSERT INTO application (id, call_id, number, organization_id, applicant_name, title, summary, area_as_stated,
                              action_territories, funded_items, public_info, state, requested_cents, is_demonstration,
                              source_ids)
     SELECT 'APP:canari-' || lower(state), 'CALL:4', 4815 + place, 'ORG:' || organization, $1, $1, $1, $1, '{COM:92046}', $1, $1,
            state, 481516, demonstration, '{}'
       FROM unnest(ARRAY['DRAFT', 'SUBMITTED', 'INELIGIBLE', 'UNDER_REVIEW', 'MORE_INFO_REQUESTED', 'SHORTLISTED',
                         'AUDITIONED', 'REJECTED', 'WAITLISTED', 'WITHDRAWN']) WITH ORDINALITY AS each (state, place)
      CROSS JOIN (VALUES ('assol', false), ('cress-idf', true)) AS of (organization, demonstration)
      WHERE (place % 2 = 0) = demonstration`,
    [MARKERS.unpublished],
  );
  await open('grants').db.query(
    `INSERT INTO application_theme (application_id, call_id, theme_code)
     SELECT a.id, a.call_id, min(t.code) FROM application a JOIN theme t ON t.call_id = a.call_id
      WHERE a.id LIKE 'APP:canari-%' GROUP BY a.id, a.call_id`,
  );
  const observatory = open('observatory').db;
  await observatory.query(
    `INSERT INTO organization_contact (id, organization_id, kind, as_printed, normalised, nominative, source_id)
     SELECT 'canari', 'ORG:assol', 'EMAIL', $1, $1, false, min(id) FROM source`,
    [MARKERS.contact],
  );
  await observatory.query(
    `INSERT INTO quality_finding (id, kind, severity, subjects, field, statement, explanation, source_ids)
     VALUES ('FINDING:canari0000000000', 'SHARED_PHONE', 'ERROR', '{ORG:assol}', $1, $1, $1, '{}')`,
    [MARKERS.finding],
  );
  await open('access').db.query(
    `INSERT INTO api_key (id, family, prefix, secret_hash, partner, scopes, networks, quota_per_minute, created_at, expires_at)
     VALUES ('KEY:canari0000000000', 'KEY:canari0000000000', 'ess_test_canari', sha256('canari'), $1, '{bi:read}', '{}', 60,
             now(), now() + interval '30 days')`,
    [MARKERS.key],
  );
}

/** Hides a figure that the documents print, for the given reason, with a value that nobody may read. */
export async function hideFigure(observatory: OpenSubgraph, reason: string): Promise<void> {
  await observatory.db.query(
    `UPDATE observation_revision SET status = $1, value = $2::float8, statement = $3, quotation = $3, reason = $1
      WHERE observation_id IN (
        SELECT id FROM observation WHERE territory_id = 'DEP:92' AND indicator_code = 'ESS_JOBS')`,
    [reason, MARKERS.secretValue, `${MARKERS.secretValue}`],
  );
}
