import { upsertRows } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { IndicatorCode } from '../indicator/indicator.code.ts';
import type { ObservationStatus } from '../observation/observation.status.ts';
import type { DerivationInput } from '../observation/observation-revision.entity.ts';

/** A cell as a test writes it: of ESS_JOBS, a total, normal and comparable unless it says otherwise. */
export type TestCell = {
  territory: string;
  period: number | null;
  value: number | null;
  indicator?: IndicatorCode;
  breakdown?: string;
  status?: ObservationStatus;
  secret?: boolean;
  statement?: string;
  inputs?: DerivationInput[];
  comparable?: boolean;
  reason?: string;
};

export type TestVintage = { dataset: string; label: string; releasedAt: string };

export const TEST_SOURCE = 'test-cells';

/** The id that a test's cell has in a dataset. */
export function testCellId(dataset: string, cell: TestCell): string {
  const { indicator = 'ESS_JOBS', territory, period, breakdown = '' } = cell;
  return `OBS:${[dataset, indicator, territory, period ?? '', breakdown].join('/')}`;
}

/** Writes the cells of a vintage as a publication leaves them: earlier values of the same cells end, the others hold on. */
export async function publishTestCells(
  db: EntityManager,
  { dataset, label, releasedAt }: TestVintage,
  cells: readonly TestCell[],
): Promise<void> {
  const vintage = `DS:${dataset}/${label}`;
  const [known]: { is_demonstration: boolean }[] = await db.query(
    'SELECT is_demonstration FROM dataset WHERE code = $1',
    [dataset],
  );
  await upsertRows(
    db,
    'source',
    ['id'],
    [{ id: TEST_SOURCE, producer: 'Insee', title: 'Flores', vintage: label, citation: 'Insee, Flores.' }],
  );
  await upsertRows(
    db,
    'vintage',
    ['id'],
    [
      {
        ...{ id: vintage, dataset_code: dataset, label, released_at: releasedAt },
        ...{ first_loaded_at: releasedAt, source_id: TEST_SOURCE },
      },
    ],
  );
  const ids = cells.map((cell) => testCellId(dataset, cell));
  await db.query(
    'UPDATE observation_revision SET valid_to = $2 WHERE observation_id = ANY($1) AND valid_to IS NULL',
    [ids, releasedAt],
  );
  await upsertRows(
    db,
    'observation',
    ['id'],
    cells.map((cell) => ({
      ...{
        id: testCellId(dataset, cell),
        dataset_code: dataset,
        indicator_code: cell.indicator ?? 'ESS_JOBS',
      },
      ...{ territory_id: cell.territory, period: cell.period, breakdown: cell.breakdown ?? '' },
      is_demonstration: known?.is_demonstration ?? false,
      secret_since: cell.secret ? releasedAt : null,
    })),
  );
  await upsertRows(
    db,
    'observation_revision',
    ['id'],
    cells.map((cell) => ({
      id: `${testCellId(dataset, cell)}@${vintage}`,
      ...{
        observation_id: testCellId(dataset, cell),
        vintage_id: vintage,
        valid_from: releasedAt,
        valid_to: null,
      },
      ...{ value: cell.value, status: cell.status ?? 'NORMAL', approximate: false },
      ...{ statement: cell.statement ?? null, quotation: cell.statement ?? null, source_ids: [TEST_SOURCE] },
      ...{ comparable_with_previous: cell.comparable ?? true, reason: cell.reason ?? null },
      ...{ inputs: cell.inputs ?? null, units: null, largest: null },
    })),
  );
}
