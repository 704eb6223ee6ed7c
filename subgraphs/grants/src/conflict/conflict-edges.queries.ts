import { knownUnder } from '@graphess/reference';
import type { EntityManager } from 'typeorm';
import type { ConflictEdge } from './conflict.type.ts';

/**
 * The links that touch organisations, under whichever of their ids. Procurement has no contracts yet: nothing here is
 * a SUPPLIES, and the rules wait for it. Who was only named in a proposal is bound to nobody: they agreed to nothing.
 */
export function edgesAround(db: EntityManager, organizationIds: readonly string[]): Promise<ConflictEdge[]> {
  return db.query(
    `WITH known AS (SELECT DISTINCT id FROM (${knownUnder('$1')}) known),
          copy AS (SELECT o.* FROM organization_copy o JOIN known USING (id))
     SELECT 'SAME_AS' AS relation, id AS "from", current_id AS "to", 'ORGANIZATION_REGISTER' AS record,
            '{}'::text[] AS "sourceIds"
       FROM copy WHERE current_id <> id
     UNION ALL
     SELECT 'PARTNER_IN', known.id, 'PROJECT:' || slug, 'JOINT_PROJECTS', source_ids
       FROM joint_project JOIN known ON known.id = ANY(CASE WHEN proposed_by IS NULL THEN partners ELSE confirmed_by END)
     UNION ALL
     SELECT DISTINCT 'SUPPORTS', partner_id, organization_id, 'SUPPORTS', source_ids
       FROM support WHERE partner_id IN (TABLE known) AND organization_id IN (TABLE known)
     UNION ALL
     SELECT 'SUPPORT_PARTNER_OF', known.id, call.id, 'CALLS', source_ids
       FROM call JOIN known ON known.id = ANY(support_partners)
     UNION ALL
     SELECT 'OWNS', copy.id, call.id, 'ORGANIZATION_REGISTER', '{}'
       FROM copy CROSS JOIN call WHERE 'CALL_OWNER' = ANY(copy.roles)
     UNION ALL
     SELECT DISTINCT CASE state WHEN 'AWARDED' THEN 'LAUREATE_OF' ELSE 'APPLIES_TO' END, organization_id, call_id,
            'APPLICATIONS', source_ids
       FROM application
      WHERE organization_id IN (TABLE known) AND state NOT IN ('DRAFT', 'WITHDRAWN', 'INELIGIBLE', 'REJECTED')
     UNION ALL
     SELECT 'PROVIDES_DATA_TO', provider.id, owner.id, 'ORGANIZATION_REGISTER', '{}'
       FROM copy provider JOIN copy owner ON owner.current_id <> provider.current_id
      WHERE 'DATA_PROVIDER' = ANY(provider.roles) AND 'CALL_OWNER' = ANY(owner.roles)
     UNION ALL
     SELECT 'MEMBER_OF', organization_id, 'CLUB:LAUREATS', 'CLUB_MEMBERS', source_ids
       FROM club WHERE organization_id IN (TABLE known)`,
    [organizationIds],
  );
}
