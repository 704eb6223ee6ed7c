import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { FileLayout } from './file-layouts.ts';
import { openReading } from './file-reading.ts';
import { CELLS, FLORES, places, URSSAF_ESS, URSSAF_WIDE } from './source-files.fixture.ts';

const open = (file: string | Buffer, layout?: readonly FileLayout[]) =>
  openReading(Readable.from([Buffer.from(file)]), { fileName: 'fichier', layout });

test('a file is known by its bytes as they were given, once it has been read', async () => {
  for (const file of [
    Buffer.from(CELLS),
    gzipSync(CELLS),
    Buffer.from(zipSync({ 'a.csv': strToU8(CELLS) })),
  ]) {
    const reading = open(file);
    expect(() => reading.fileHash()).toThrow(RangeError);
    const items = await Array.fromAsync(reading.items);
    expect(items.filter(({ kind }) => kind === 'cell').length).toBe(6);
    const sha256 = createHash('sha256').update(file).digest('hex');
    expect([reading.fileHash(), reading.fileHash()]).toEqual([sha256, sha256]);
  }
});

test('whether its lines add up comes from its form', async () => {
  const answers = [];
  for (const file of [CELLS, FLORES, URSSAF_WIDE, URSSAF_ESS, 'a;b\n']) {
    const reading = open(file);
    await Array.fromAsync(reading.items);
    answers.push(reading.aggregates());
  }
  expect(answers).toEqual([false, false, true, true, false]);
});

test('a file of another form than those expected is refused', async () => {
  const items = await Array.fromAsync(open(FLORES, ['URSSAF_WIDE', 'URSSAF_ESS']).items);
  expect(items.flatMap((item) => (item.kind === 'problem' ? [item.problem.code] : []))).toEqual([
    'LAYOUT_UNKNOWN',
  ]);
});

test('lines of territories elsewhere are put aside in every form', async () => {
  const elsewhere = new Set(['COM:92050', 'REG:11']);
  for (const [file, lines] of [
    [CELLS, ['2', '7']],
    [FLORES, ['2', '3']],
    [URSSAF_WIDE, ['2', '3']],
    [URSSAF_ESS, ['2', '3', '4']],
  ] as const) {
    const { items } = openReading(Readable.from([Buffer.from(file)]), { fileName: 'fichier', elsewhere });
    const all = await Array.fromAsync(items);
    const aside = all.flatMap((item) => (item.kind === 'quarantined' ? [item.problem] : []));
    expect(
      places(aside.filter(({ code }) => code === 'OUT_OF_AREA')).map((each) => each.split(' ')[0]),
    ).toEqual(lines);
    expect(all.filter((item) => item.kind === 'cell' && elsewhere.has(item.cell.territory))).toEqual([]);
  }
});
