import type { EntityManager } from 'typeorm';

/** A dataset as a file of it is made. */
export type DatasetState = {
  code: string;
  title: string;
  licence: string;
  producer: string;
  isDemonstration: boolean;
  /** The last instant at which something was published or withdrawn, up to the one asked; null before the first. */
  asOf: string | null;
  /** Changes whenever a file of the dataset may: what is published, what is hidden, names of places, sources. */
  tag: string;
  /** Changes whenever a cell is hidden. */
  secrets: string;
};

const INSTANT = `to_char(%s AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** What is hidden in a dataset `d`: one short text for one state. */
export const SECRETS_SQL = `(SELECT count(*) || '/' || coalesce(extract(epoch FROM max(secret_since))::text, '')
   FROM observation hidden WHERE hidden.dataset_code = d.code AND hidden.secret_since IS NOT NULL)`;

/**
 * The state of a dataset at an instant of publication, now when it is null; null when there is no such dataset. A file is
 * made at the instant of the last publication before the one asked: nothing changed between the two, and a file made
 * today is the one that this instant gives tomorrow.
 */
export async function datasetState(
  db: EntityManager,
  code: string,
  asOf: string | null,
): Promise<DatasetState | null> {
  const [row]: DatasetState[] = await db.query(
    `SELECT d.code, d.title, d.licence, d.producer, d.is_demonstration AS "isDemonstration",
            regexp_replace((SELECT ${INSTANT.replace('%s', 'max(instant)')} FROM (
               SELECT coalesce(released_at, first_loaded_at) AS instant FROM vintage WHERE dataset_code = d.code
                UNION ALL SELECT withdrawn_at FROM vintage WHERE dataset_code = d.code) AS happened
              WHERE instant <= coalesce($2::timestamptz, 'infinity')), '000Z$', 'Z') AS "asOf",
            encode(sha256(convert_to(concat_ws(E'\\n', d::text,
              (SELECT string_agg(v::text, E'\\n' ORDER BY v.id) FROM vintage v WHERE v.dataset_code = d.code),
              ${SECRETS_SQL},
              (SELECT string_agg(name || ' ' || fingerprint, E'\\n' ORDER BY name) FROM loaded_set)), 'UTF8')), 'hex') AS tag,
            ${SECRETS_SQL} AS secrets
       FROM dataset d WHERE d.code = $1`,
    [code, asOf],
  );
  return row ?? null;
}
