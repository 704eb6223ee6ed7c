import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CSV_EXCEL_FR } from './csv.ts';
import { aRow, fileOf, headOf, keyOf, manyRows } from './format.fixture.ts';
import { FORMATS } from './formats.ts';
import {
  cellsOfCsv,
  cellsOfCube,
  cellsOfObjects,
  cellsOfSdmx,
  cellsOfWorkbook,
  type ReadCell,
  readByHyparquet,
  readLines,
  rowsOfArrow,
} from './read-back.fixture.ts';

const WRITERS = Object.entries({ ...FORMATS, CSV_EXCEL_FR });

const READERS: Record<string, (file: Buffer) => ReadCell[] | Promise<ReadCell[]>> = {
  CSV: (file) => cellsOfCsv(file, ','),
  CSV_EXCEL_FR: (file) => cellsOfCsv(file, ';'),
  SDMX_CSV: cellsOfSdmx,
  JSONL: (file) => cellsOfObjects(readLines(file)),
  XLSX: cellsOfWorkbook,
  JSON_STAT: cellsOfCube,
  PARQUET: async (file) => cellsOfObjects(await readByHyparquet(file)),
};

const sorted = (cells: readonly ReadCell[]) => [...cells].sort((a, b) => (a.key < b.key ? -1 : 1));

test('independent readers find the same cells, values and statuses in every format', async () => {
  await fc.assert(
    fc.asyncProperty(manyRows, async (rows) => {
      const cells = sorted(
        rows.map((row) => ({ key: keyOf(row), value: row.value === 0 ? 0 : row.value, status: row.status })),
      );
      for (const [name, format] of WRITERS) {
        const file = await fileOf(format, rows);
        expect({ name, cells: sorted((await READERS[name]?.(file)) ?? []) }).toEqual({ name, cells });
      }
      const parquet = await fileOf(FORMATS.PARQUET, rows);
      expect(sorted(cellsOfObjects(rowsOfArrow(parquet)))).toEqual(cells);
    }),
    { numRuns: 25 },
  );
});

test.each(WRITERS)('%s: hidden, missing, not applicable and 0 are four things', async (name, format) => {
  const rows = [
    aRow({ period: 2022, value: 0 }),
    aRow({ period: 2023, value: null, status: 'SUPPRESSED' }),
    aRow({ period: null, value: null, status: 'MISSING' }),
    aRow({ territory: 'DEP:92', period: 2022, value: null, status: 'NOT_APPLICABLE' }),
  ];
  const cells = (await READERS[name]?.(await fileOf(format, rows))) ?? [];
  expect(new Set(cells.map(({ value, status }) => `${value} ${status}`))).toEqual(
    new Set(['0 NORMAL', 'null SUPPRESSED', 'null MISSING', 'null NOT_APPLICABLE']),
  );
});

test.each(WRITERS)(
  '%s: a value or words given with a secret are not written, nor the reason',
  async (name, format) => {
    const betrayed = aRow({ value: 987_654, status: 'SUPPRESSED_DOMINANCE', statement: 'presque 987 654' });
    const file = await fileOf(format, [betrayed]);
    expect((await READERS[name]?.(file)) ?? []).toEqual([
      { key: keyOf(betrayed), value: null, status: 'SUPPRESSED' },
    ]);
    expect(file.includes('987') || file.includes('DOMINANCE')).toBe(false);
    expect((await fileOf(format, [{ ...betrayed, status: 'NORMAL' }])).equals(file)).toBe(false);
  },
);

test.each(WRITERS)(
  '%s: the same rows are the same bytes, whatever the day and the place',
  async (_name, format) => {
    const rows = fc.sample(manyRows, { numRuns: 1, seed: 7 })[0] ?? [];
    const first = await fileOf(format, rows);
    const place = process.env.TZ;
    process.env.TZ = 'Pacific/Auckland';
    try {
      expect((await fileOf(format, rows)).equals(first)).toBe(true);
    } finally {
      if (place === undefined) delete process.env.TZ;
      else process.env.TZ = place;
    }
    expect((await fileOf(format, rows.slice(1))).equals(first)).toBe(false);
  },
);

test.each(WRITERS)(
  '%s: a reader that leaves closes the rows, and they never run far ahead of it',
  async (_name, format) => {
    let given = 0;
    let closed = false;
    async function* endless() {
      try {
        for (;;) yield aRow({ value: given++ });
      } finally {
        closed = true;
      }
    }
    const chunks = format.write(headOf([]), endless())[Symbol.asyncIterator]();
    await chunks.next();
    await chunks.next();
    await chunks.return?.();
    expect({ closed, bounded: given <= 100_000 }).toEqual({ closed: true, bounded: true });
  },
);

test.each(WRITERS)('%s: a file of no row is a file', async (name, format) => {
  expect(await READERS[name]?.(await fileOf(format, []))).toEqual([]);
});

test.each(WRITERS)('%s: rows that fail end the file with their fault', async (_name, format) => {
  async function* failing() {
    yield aRow();
    throw new Error('the database is gone');
  }
  const written = async () => {
    for await (const _chunk of format.write(headOf([aRow(), aRow()]), failing()));
  };
  await expect(written()).rejects.toThrow('the database is gone');
});

test('a value that is no number is refused rather than written', async () => {
  for (const [, format] of WRITERS) {
    await expect(fileOf(format, [aRow({ value: Number.NaN })])).rejects.toThrow(RangeError);
  }
});
