import { type Feed, type Follow, type LoadReport, replaceRows, upsertRows } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { insertMissingSources, sourceValue } from './source.copy.ts';
import { UNKNOWN_VALUE_REASONS, type UnknownValueReason } from './unknown-value.entity.ts';

const unknownValue = z.object({
  id: z.string(),
  origin: z.string(),
  subject: z.string(),
  field: z.string(),
  label: z.string(),
  reason: z.enum(UNKNOWN_VALUE_REASONS),
  count: z.number().nullable(),
  source: sourceValue,
});

/** Serves what a subgraph knows that nobody tells, each with the source that is silent, under the topic `unknown`. */
export const unknownFeed: Feed = async (db, keys) => {
  const rows: { id: string; value: unknown }[] = await db.query(
    `SELECT u.id, to_jsonb(u) - 'source_id' || jsonb_build_object('source', to_jsonb(source)) AS value
       FROM unknown_value u JOIN source ON source.id = u.source_id WHERE u.id = ANY($1)`,
    [keys],
  );
  return new Map(rows.map(({ id, value }) => [id, value]));
};

/** Keeps the unknown values of another subgraph. A page with one of any other origin is refused whole. */
export function followUnknowns(from: string): Follow {
  return {
    from,
    topic: 'unknown',
    async apply(db, upserts, deletedKeys) {
      const values = upserts.map(({ value }) => unknownValue.parse(value));
      const foreign = values.find(({ origin }) => origin !== from);
      if (foreign) throw new Error(`${from} sent the unknown ${foreign.id}, which is of ${foreign.origin}`);
      const sources = new Map(values.map(({ source }) => [source.id, source]));
      await insertMissingSources(db, [...sources.values()]);
      await upsertRows(
        db,
        'unknown_value',
        ['id'],
        values.map(({ source, ...value }) => ({ ...value, source_id: source.id })),
      );
      await db.query('DELETE FROM unknown_value WHERE id = ANY($1) AND origin = $2', [deletedKeys, from]);
    },
    async reset(db) {
      await db.query('DELETE FROM unknown_value WHERE origin = $1', [from]);
    },
  };
}

/** What a subgraph says is unknown of a subject's field: see `UnknownValue`. `source` is the id of the silent source. */
export type UnknownRecord = {
  subject: string;
  field: string;
  label: string;
  reason: UnknownValueReason;
  count: number | null;
  source: string;
};

/** Makes `records` what `origin` says is unknown; what it says no more is forgotten. */
export function loadUnknowns(
  db: EntityManager,
  origin: string,
  records: readonly UnknownRecord[],
): Promise<LoadReport> {
  return replaceRows(db, {
    table: 'unknown_value',
    key: ['id'],
    rows: records.map(({ source, ...record }) => ({
      id: `UNKNOWN:${record.reason}/${record.subject}/${record.field}`,
      ...record,
      origin,
      source_id: source,
    })),
    scope: { sql: 't.origin = $1', params: [origin] },
  });
}
