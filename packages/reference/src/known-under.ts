/**
 * SQL of the pairs (`asked`, `id`) of each organisation in `parameter`, an array of ids, and every id of the same
 * organisation: its own, and those that were merged with it. One that the copy does not know has its own alone.
 */
export function knownUnder(parameter: string): string {
  return `
    SELECT asked.id AS asked, coalesce(same.id, asked.id) AS id
      FROM unnest(${parameter}::text[]) AS asked (id)
      LEFT JOIN organization_copy own ON own.id = asked.id
      LEFT JOIN organization_copy same ON same.current_id = own.current_id`;
}
