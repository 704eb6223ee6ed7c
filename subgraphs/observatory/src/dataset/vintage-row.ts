import { slugify } from '@graphess/identifiers';
import { startOfParisDay } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';

/** A vintage as it is written; instants are RFC 3339 text, in UTC. */
export type VintageRow = {
  id: string;
  dataset_code: string;
  label: string;
  released_at: string | null;
  first_loaded_at: string;
  geography_date: string | null;
};

/**
 * Makes the row of a vintage from its dataset, its label and the day of its publication, null when unknown. The instant of
 * first load is that of the vintage's first load, `now` for a new one.
 */
export async function vintageRows(
  db: EntityManager,
  now: Date,
): Promise<(datasetCode: string, label: string, publishedOn: string | null) => VintageRow> {
  const known: { id: string; first_loaded_at: Date }[] = await db.query(
    'SELECT id, first_loaded_at FROM vintage',
  );
  const firstLoads = new Map(known.map(({ id, first_loaded_at }) => [id, first_loaded_at]));
  return (datasetCode, label, publishedOn) => {
    const id = `DS:${datasetCode}/${slugify(label)}`;
    return {
      id,
      dataset_code: datasetCode,
      label,
      released_at: publishedOn === null ? null : startOfParisDay(publishedOn).toISOString(),
      first_loaded_at: (firstLoads.get(id) ?? now).toISOString(),
      geography_date: null,
    };
  };
}

/** The instant from which the figures of a vintage hold: its publication, or its first load when that is unknown. */
export function validFrom({ released_at, first_loaded_at }: VintageRow): string {
  return released_at ?? first_loaded_at;
}
