import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readWorkbook } from './read-workbook.ts';
import { unpacksWithin } from './unpacked-size.ts';
import { WORKBOOK } from './workbook.fixture.ts';

/** The workbook of the tests with one entry more: `bytes` spaces, packed, that say to be none. */
function bombOf(bytes: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(bytes, ' '));
  const local = Buffer.from(WORKBOOK.subarray(0, 30));
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(0, 22);
  local.writeUInt16LE(1, 26);
  local.writeUInt16LE(0, 28);
  const end = WORKBOOK.length - 22;
  const directory = WORKBOOK.readUInt32LE(end + 16);
  const entry = Buffer.alloc(46);
  WORKBOOK.copy(entry, 0, directory, directory + 46);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(0, 24);
  entry.writeUInt16LE(1, 28);
  entry.writeUInt32LE(directory, 42);
  const tail = Buffer.from(WORKBOOK.subarray(end));
  const size = WORKBOOK.readUInt32LE(end + 12);
  tail.writeUInt16LE(tail.readUInt16LE(8) + 1, 8);
  tail.writeUInt16LE(tail.readUInt16LE(10) + 1, 10);
  tail.writeUInt32LE(size + 47, 12);
  tail.writeUInt32LE(directory + 31 + packed.length, 16);
  const name = Buffer.from('x');
  return Buffer.concat([
    ...[WORKBOOK.subarray(0, directory), local, name, packed],
    ...[WORKBOOK.subarray(directory, end), entry, name, tail],
  ]);
}

test('what an archive unpacks to is measured, not believed', () => {
  const bomb = bombOf(1_000_000);
  expect([
    unpacksWithin(WORKBOOK, 10_000),
    unpacksWithin(bomb, 1_010_000),
    unpacksWithin(bomb, 1_000_000),
  ]).toEqual([true, true, false]);
  expect(unpacksWithin(Buffer.from('PK'), 1)).toBe(true);
});

test('a workbook of a few kilobytes that unpacks to more than a machine has is refused', async () => {
  const bomb = bombOf(300_000_000);
  expect(bomb.length).toBeLessThan(400_000);
  expect(await readWorkbook(bomb)).toMatchObject({ refusal: 'TOO_LARGE' });
  expect(await readWorkbook(bombOf(1_000))).toMatchObject({ lines: [{ line: 2 }] });
});
