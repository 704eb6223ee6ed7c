import type { EntityManager } from 'typeorm';
import type { Dispute, PublishedDataset, RegisteredOrganization } from './finding-draft.ts';

/** Living organisations with all that is printed of them, in the order of their ids. */
export function registeredOrganizations(db: EntityManager): Promise<RegisteredOrganization[]> {
  return db.query(`
    SELECT o.id, o.name,
           ARRAY(SELECT DISTINCT alias COLLATE "C" AS alias FROM organization m
                  CROSS JOIN unnest(CASE WHEN m.id = o.id THEN m.aliases ELSE m.aliases || m.name END) alias
                  WHERE m.current_id = o.id AND alias <> o.name ORDER BY alias) AS aliases,
           ARRAY(SELECT DISTINCT site COLLATE "C" AS site FROM (
                   SELECT m.website AS site FROM organization m WHERE m.current_id = o.id
                   UNION ALL
                   SELECT l.url FROM organization m JOIN organization_link l ON l.organization_id = m.id
                    WHERE m.current_id = o.id) each WHERE site IS NOT NULL ORDER BY site) AS sites,
           (SELECT jsonb_build_object('id', seat.id, 'name', seat.name) FROM territory seat
             WHERE seat.id = o.seat_id) AS seat,
           coalesce((
             SELECT jsonb_agg(jsonb_build_object('kind', c.kind, 'asPrinted', c.as_printed, 'normalised', c.normalised,
                                                 'sourceId', c.source_id) ORDER BY c.id)
               FROM organization m JOIN organization_contact c ON c.organization_id = m.id
              WHERE m.current_id = o.id AND c.as_printed IS NOT NULL), '[]') AS contacts,
           coalesce((
             SELECT jsonb_agg(DISTINCT jsonb_build_object('id', t.id, 'name', t.name))
               FROM organization m
               LEFT JOIN organization_area a ON a.organization_id = m.id
               JOIN retired_territory gone ON gone.territory_id IN (m.seat_id, a.territory_id)
               JOIN territory t ON t.id = gone.territory_id
              WHERE m.current_id = o.id), '[]') AS "retiredTerritories",
           o.source_ids AS "sourceIds"
      FROM organization o WHERE o.merged_into IS NULL AND NOT o.is_demonstration ORDER BY o.id`);
}

/** Fields of subjects of which sources state different things. */
export function disputes(db: EntityManager): Promise<Dispute[]> {
  return db.query(`
    SELECT subject, field, array_agg(statement ORDER BY id) AS statements, (count(*) FILTER (WHERE current))::int AS held,
           array_agg(DISTINCT source_id) AS "sourceIds"
      FROM claim GROUP BY subject, field HAVING count(DISTINCT statement) > 1 ORDER BY subject, field`);
}

/** Real datasets with their latest vintage that was not withdrawn. */
export function publishedDatasets(db: EntityManager): Promise<PublishedDataset[]> {
  return db.query(`
    SELECT d.code, d.title, d.update_frequency AS "updateFrequency", d.next_release_on::text AS "announcedOn",
           newest.label, newest."lastReleasedAt"
      FROM dataset d CROSS JOIN LATERAL (
        SELECT v.label, coalesce(v.released_at, v.first_loaded_at) AS "lastReleasedAt"
          FROM vintage v WHERE v.dataset_code = d.code AND v.withdrawn_at IS NULL
         ORDER BY coalesce(v.released_at, v.first_loaded_at) DESC LIMIT 1) newest
     WHERE NOT d.is_demonstration ORDER BY d.code`);
}
