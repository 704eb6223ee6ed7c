import JSONstat from 'jsonstat-toolkit';
import { expect, test } from 'vitest';
import { LEGAL_CATEGORIES } from '../cube/legal-category.catalogue.ts';
import { A88 } from '../cube/sector.catalogue.ts';
import { aRow, asyncRows, fileOf, headOf } from './format.fixture.ts';
import { FormatRefused } from './format-writer.ts';
import { JSON_STAT } from './json-stat.ts';
import { StatusTape } from './status-tape.ts';

test('the reference toolkit reads roles, labels, units and where the cube comes from', async () => {
  const rows = [aRow({ period: 2022 }), aRow({ period: null, value: null, status: 'SUPPRESSED' })];
  const cube = JSONstat(JSON.parse((await fileOf(JSON_STAT, rows)).toString('utf8')));
  expect(cube).toMatchObject({
    class: 'dataset',
    id: ['indicator', 'ess_family', 'sector_a17', 'territory', 'period'],
    size: [3, 2, 3, 4, 3],
    n: 216,
    role: { time: ['period'], geo: ['territory'], metric: ['indicator'] },
    extension: {
      dataset: 'ESS-FLORES',
      licence: 'Licence Ouverte',
      asOf: '2026-01-01T00:00:00Z',
      sources: ['Insee, Flores 2023'],
    },
  });
  expect(cube.Dimension('territory').Category('COM:01004').label).toBe('Ambérieu-en-Bugey');
  expect(cube.Dimension('period').id).toEqual(['2022', '2023', '_U']);
  expect(cube.Dimension('indicator').Category('ESS_JOBS').unit).toEqual({ decimals: 0, label: 'jobs' });
});

test('a cube that readers could not unfold is refused before a byte is written', async () => {
  const head = headOf([], {
    dimensions: [
      {
        dimension: 'LEGAL_CATEGORY',
        values: [...LEGAL_CATEGORIES].map(([code, label]) => ({ code, label })),
      },
      { dimension: 'SECTOR_A88', values: [...A88].map(([code, label]) => ({ code, label })) },
    ],
    periods: Array.from({ length: 200 }, (_, index) => 1900 + index),
  });
  expect(JSON_STAT.refusal(headOf([]))).toBeNull();
  expect(JSON_STAT.refusal(head)).toContain('moins de dimensions');
  await expect(JSON_STAT.write(head, asyncRows([]))[Symbol.asyncIterator]().next()).rejects.toThrow(
    FormatRefused,
  );
});

test('a row that the head does not know is a fault, not a place', async () => {
  await expect(fileOf(JSON_STAT, [aRow({ period: 1999 })])).rejects.toThrow('1999 is no code of period');
});

test('a tape gives back positions and statuses, ahead, back and far', () => {
  const tape = new StatusTape();
  const entries = Array.from({ length: 40_000 }, (_, index) => ({
    position: index % 3 === 0 ? (index * 7_919_993) % 9_999_991 : index,
    status: index % 8,
  }));
  for (const { position, status } of entries) tape.add(position, status);
  expect([...tape.chunks()].flat()).toEqual(entries);
});
