import { type Context, loadMany, loadOne } from '@graphess/subgraph-kit';
import { Claim } from './claim.entity.ts';
import type { Source } from './source.entity.ts';

export const sourceById = loadOne<Source>(
  ({ db }, ids) =>
    db.query(
      'SELECT id, producer, title, document, vintage, url, accessed_on::text AS "accessedOn", published_on::text AS "publishedOn", licence, citation FROM source WHERE id = ANY($1)',
      [ids],
    ),
  ({ id }) => id,
);

/** The sources of a record, in the order in which the record names them, with the passage it quotes. */
export async function provenanceOf(
  ctx: Context,
  sourceIds: readonly string[],
  quotation: string | null = null,
): Promise<Source[]> {
  const sources = await sourceById(ctx).loadMany(sourceIds);
  return sources.map((source, index) => {
    if (source instanceof Error) throw source;
    if (source === null) throw new Error(`A record names the unknown source ${sourceIds[index]}`);
    return index === 0 && quotation !== null ? { ...source, quotation } : source;
  });
}

/** The claims about a subject, by field, the one that is held first. */
export const claimsOfSubject = loadMany<Claim>(
  ({ db }, subjects) =>
    db
      .createQueryBuilder(Claim, 'claim')
      .where('claim.subject = ANY(:subjects)', { subjects: [...subjects] })
      .orderBy({ 'claim.subject': 'ASC', 'claim.field': 'ASC', 'claim.current': 'DESC', 'claim.id': 'ASC' })
      .getMany(),
  ({ subject }) => subject,
);
