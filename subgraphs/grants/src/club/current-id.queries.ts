import { loadOne } from '@graphess/subgraph-kit';

/** The id that an organisation goes by today, whichever of its ids is asked for; null for one that is not known. */
export const currentIdOf = loadOne<{ id: string; currentId: string }>(
  ({ db }, ids) =>
    db.query('SELECT id, current_id AS "currentId" FROM organization_copy WHERE id = ANY($1)', [ids]),
  ({ id }) => id,
);
