type ShownColumn =
  | 'value'
  | 'status'
  | 'statement'
  | 'quotation'
  | 'inputs'
  | 'reason'
  | 'vintageId'
  | 'sourceIds'
  | 'secret';

/**
 * What anybody may read of a revision `r` of an observation `o`: the one place, in SQL, where a secret is left out. A cell
 * that was hidden once is hidden in every revision and at every instant. `value`, `statement`, `quotation`, `inputs` and
 * `reason` are null where the cell is a secret; `vintageId` and `sourceIds` are then those that gave it first, since the
 * vintages in which a hidden value changed, or did not, tell something of it. `status` says which reason hides it, for
 * producers: for anybody else it goes through `publicStatus`.
 */
export function publicValueSql(o: string, r: string): Record<ShownColumn, string> {
  const secret = `(${o}.secret_since IS NOT NULL OR starts_with(${r}.status, 'SUPPRESSED'))`;
  const ofFirst = (column: string) => `CASE WHEN ${secret} THEN (
      SELECT earliest.${column} FROM observation_revision earliest
       WHERE earliest.observation_id = ${o}.id ORDER BY earliest.valid_from LIMIT 1) ELSE ${r}.${column} END`;
  const unlessSecret = (column: string) => `CASE WHEN ${secret} THEN NULL ELSE ${r}.${column} END`;
  return {
    secret,
    value: unlessSecret('value'),
    status: `CASE WHEN ${o}.secret_since IS NULL OR starts_with(${r}.status, 'SUPPRESSED') THEN ${r}.status
      ELSE coalesce((SELECT hiding.status FROM observation_revision hiding
                      WHERE hiding.observation_id = ${o}.id AND starts_with(hiding.status, 'SUPPRESSED')
                      ORDER BY hiding.valid_from DESC LIMIT 1), 'SUPPRESSED') END`,
    statement: unlessSecret('statement'),
    quotation: unlessSecret('quotation'),
    inputs: unlessSecret('inputs'),
    reason: unlessSecret('reason'),
    vintageId: ofFirst('vintage_id'),
    sourceIds: ofFirst('source_ids'),
  };
}
