import { type Context, perRequest } from '@graphess/subgraph-kit';
import { IS_PUBLISHED } from '../application/application.queries.ts';
import type { Profile } from './profile.type.ts';

/**
 * What the published laureates tell of each organisation, under its present id. Joint projects have no part in it: a
 * suggestion that knew them would suggest what exists.
 */
export const laureateProfiles = perRequest(
  ({ db }: Context): Promise<Profile[]> =>
    db.query(
      `WITH laureate AS (
         SELECT coalesce(o.current_id, a.organization_id) AS organization_id, a.applicant_name, a.action_territories,
                a.id, extensions.fold(concat_ws(' ', a.title, a.summary, a.funded_items)) AS text
           FROM application a LEFT JOIN organization_copy o ON o.id = a.organization_id
          WHERE ${IS_PUBLISHED}),
       place AS (
         SELECT DISTINCT l.organization_id, t.id, t.name, t.within
           FROM laureate l JOIN territory_copy t ON t.id = ANY(l.action_territories)),
       answer AS (
         SELECT DISTINCT l.organization_id, theme.code, theme.label
           FROM laureate l JOIN application_theme at ON at.application_id = l.id
           JOIN theme ON theme.call_id = at.call_id AND theme.code = at.theme_code)
       SELECT l.organization_id AS id, min(l.applicant_name) AS name, string_agg(l.text, ' ' ORDER BY l.id) AS text,
              tsvector_to_array(to_tsvector('pg_catalog.french', string_agg(l.text, ' ' ORDER BY l.id))) AS stems,
              coalesce((SELECT json_agg(json_build_object('id', id, 'name', name, 'within', within) ORDER BY id)
                          FROM place p WHERE p.organization_id = l.organization_id), '[]') AS places,
              coalesce((SELECT json_agg(json_build_object('code', code, 'label', label) ORDER BY code, label)
                          FROM answer w WHERE w.organization_id = l.organization_id), '[]') AS themes
         FROM laureate l GROUP BY l.organization_id ORDER BY l.organization_id`,
    ),
);
