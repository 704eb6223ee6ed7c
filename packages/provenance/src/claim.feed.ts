import type { Feed, Follow } from '@graphess/subgraph-kit';
import { upsertRows } from '@graphess/subgraph-kit';
import { z } from 'zod';
import { insertMissingSources, sourceValue } from './source.copy.ts';

const claimValue = z.object({
  id: z.string(),
  origin: z.string(),
  subject: z.string(),
  field: z.string(),
  statement: z.string(),
  current: z.boolean(),
  source: sourceValue,
});

/** Serves a subgraph's claims, each with its source, under the topic `claim`. */
export const claimFeed: Feed = async (db, keys) => {
  const rows: { id: string; value: unknown }[] = await db.query(
    `SELECT claim.id, to_jsonb(claim) - 'source_id' || jsonb_build_object('source', to_jsonb(source)) AS value
       FROM claim JOIN source ON source.id = claim.source_id WHERE claim.id = ANY($1)`,
    [keys],
  );
  return new Map(rows.map(({ id, value }) => [id, value]));
};

/**
 * Keeps the claims of another subgraph in the ledger. A page with a claim of any other origin is refused whole, and the
 * follower says so: nobody speaks for a third subgraph.
 */
export function followClaims(from: string): Follow {
  return {
    from,
    topic: 'claim',
    async apply(db, upserts, deletedKeys) {
      const claims = upserts.map(({ value }) => claimValue.parse(value));
      const foreign = claims.find(({ origin }) => origin !== from);
      if (foreign) throw new Error(`${from} sent the claim ${foreign.id}, which is of ${foreign.origin}`);
      const sources = new Map(claims.map(({ source }) => [source.id, source]));
      await insertMissingSources(db, [...sources.values()]);
      await upsertRows(
        db,
        'claim',
        ['id'],
        claims.map(({ source, ...claim }) => ({ ...claim, source_id: source.id })),
      );
      await db.query('DELETE FROM claim WHERE id = ANY($1) AND origin = $2', [deletedKeys, from]);
    },
    async reset(db) {
      await db.query('DELETE FROM claim WHERE origin = $1', [from]);
    },
  };
}
