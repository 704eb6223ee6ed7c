import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readFile } from './read-file.ts';
import { CELLS, FLORES, places, reading, told } from './source-files.fixture.ts';

const HEADER = 'indicateur;territoire;valeur;statut\n';
const GOOD = `${HEADER}ESS_JOBS;COM:92050;12;estimé\n`;
const latin1 = (text: string) => Buffer.from(text, 'latin1');

async function refused(file: string | Buffer, fileName?: string): Promise<string[]> {
  return places((await reading(file, { ...(fileName !== undefined && { fileName }) })).problems);
}

test('encodings, line ends and separators of real files give the same cells', async () => {
  const wanted = (await reading(CELLS)).cells.map(told);
  const forms: Buffer[] = [
    Buffer.from(`\uFEFF${CELLS}`),
    Buffer.from(CELLS.replaceAll('\n', '\r\n')),
    Buffer.from(CELLS.replaceAll('\n', '\r')),
    Buffer.from(CELLS.replaceAll('1 234', '1\u202F234')),
    Buffer.from(CELLS.replaceAll('1 234', '1\u00A0234')),
    latin1(CELLS.replaceAll('1 234', '1\u00A0234')),
    Buffer.from(CELLS.replaceAll('1 234', "1'234")),
    Buffer.from(CELLS.replaceAll(';', '\t')),
    Buffer.from(CELLS.replaceAll(',', '.').replaceAll(';', ',')),
    Buffer.from(CELLS.trimEnd()),
    Buffer.from(`${CELLS};;;;;;;;\n\n`),
    Buffer.from(CELLS.replace('indicateur;', '"indicateur";')),
  ];
  for (const form of forms) expect((await reading(form)).cells.map(told)).toEqual(wanted);
  for (const piece of [1, 3, 1000]) expect((await reading(CELLS, { piece })).cells.map(told)).toEqual(wanted);
});

test('accents come out of either encoding', async () => {
  const word = 'statut;indicateur;territoire;valeur\nestimée;ESS_JOBS;COM:92050;12\n';
  for (const file of [Buffer.from(word), latin1(word)]) {
    expect((await reading(file)).cells.map(told)).toEqual(['2 ESS_JOBS COM:92050 - total = 12 ESTIMATED']);
  }
});

test('an encoding that changes, UTF-16 and bytes that are no text are told with their line', async () => {
  expect(await refused(Buffer.concat([Buffer.from(GOOD), latin1('ESS_JOBS;COM:92002;3;estimé\n')]))).toEqual([
    '3 - ENCODING_MIXED -',
  ]);
  expect(await refused(Buffer.concat([latin1(GOOD), Buffer.from('ESS_JOBS;COM:92002;3;estimé\n')]))).toEqual([
    '3 - ENCODING_MIXED -',
  ]);
  expect(await refused(Buffer.from(GOOD, 'utf16le'))).toEqual(['1 - ENCODING_UTF16 -']);
  expect(await refused(Buffer.from(`\uFEFF${GOOD}`, 'utf16le'))).toEqual(['1 - ENCODING_UTF16 -']);
  expect(await refused(Buffer.from(`${GOOD}ESS_JOBS;\0;3;\n`))).toEqual(['3 - NOT_TEXT -']);
  expect(await refused(Buffer.concat([latin1(GOOD), Buffer.from([0x45, 0x81, 0x0a])]))).toEqual([
    '3 - NOT_TEXT -',
  ]);
});

test('a header says all that is wrong with it', async () => {
  expect(await refused('indicateur;indicator;territoire;valeurs;statut\nx;x;x;x;x\n')).toEqual([
    '1 indicator COLUMN_TWICE indicator',
    '1 value COLUMN_MISSING -',
    '1 valeurs COLUMN_UNKNOWN valeurs',
  ]);
  expect(await refused('nom;adresse\nx;x\n')).toEqual(['1 - LAYOUT_UNKNOWN nom adresse']);
  expect(await refused('')).toEqual(['1 - EMPTY_FILE -']);
  expect(await refused('\n\n')).toEqual(['1 - EMPTY_FILE -']);
  expect(await refused(FLORES.replace('"GEO";', ''))).toEqual(['1 GEO COLUMN_MISSING -']);
});

test('a truncated file is told with its line', async () => {
  expect(await refused(`${GOOD}ESS_JOBS;COM:92`)).toEqual(['3 - FIELDS_MISSING -']);
  expect(await refused(`${GOOD}ESS_JOBS;"COM:92050;3;\nESS_JOBS;COM:92002;3;\n`)).toEqual([
    '3 - QUOTE_NOT_CLOSED -',
  ]);
  expect(await refused(`${GOOD}ESS_JOBS;COM:92050;1;234;estimé\n`)).toEqual(['3 - FIELDS_EXTRA -']);
});

test('lines are those of the file, whatever a quoted text holds', async () => {
  const { problems } = await reading(
    `${HEADER}\r\n"ESS\r\nJOBS";COM:92050;1;\r\nESS_JOBS;COM:92050;a;\r\n\r\nESS_JOBS;COM:92050;b;`,
  );
  expect(places(problems)).toEqual([
    '3 indicateur INDICATOR_UNKNOWN ESS JOBS',
    '5 valeur NOT_A_NUMBER a',
    '7 valeur NOT_A_NUMBER b',
  ]);
});

test('a value that should be hidden is never quoted, and what is quoted is short and plain', async () => {
  const { problems } = await reading(FLORES.replace('"K";"2023";""', '"K";"2023";"4321"'));
  expect(places(problems)).toEqual(['4 OBS_VALUE SECRET_VALUE_PRESENT -']);
  expect(JSON.stringify(problems)).not.toContain('4321');
  const [long] = (await reading(`${HEADER}${'é'.repeat(200)}\u001b[31m;COM:92050;1;\n`)).problems;
  expect(long?.raw).toBe(`${'é'.repeat(79)}…`);
});

test('archives of one CSV are opened, others are refused', async () => {
  const data = strToU8(FLORES);
  const wanted = (await reading(FLORES)).cells;
  const zip = Buffer.from(
    zipSync({ 'DS_FLORES_A17_2023_data.csv': data, 'DS_FLORES_A17_2023_metadata.csv': strToU8('a;b') }),
  );
  expect((await reading(zip, { fileName: 'flores.zip' })).cells).toEqual(wanted);
  expect((await reading(gzipSync(FLORES))).cells).toEqual(wanted);
  expect((await reading(gzipSync(FLORES).subarray(0, -12))).problems.map(({ code }) => code)).toEqual([
    'ARCHIVE_DAMAGED',
  ]);
  expect(await refused(zip.subarray(0, -30))).toEqual(['1 - ARCHIVE_DAMAGED -']);
  const altered = Buffer.from(zipSync({ 'a.csv': [data, { level: 0 }] }));
  altered.write('9', altered.indexOf('3210'));
  expect(await refused(altered)).toEqual(['9 - ARCHIVE_DAMAGED -']);
  expect(await refused(Buffer.from(zipSync({ 'a.csv': data, 'b.csv': data })))).toEqual([
    '1 - ARCHIVE_NOT_ONE_FILE -',
  ]);
  expect(await refused(Buffer.from(zipSync({ 'a.zip': data })))).toEqual(['1 - ARCHIVE_NOT_ONE_FILE -']);
  expect(await refused(Buffer.from(zipSync({ 'xl/workbook.xml': data })))).toEqual(['1 - WORKBOOK -']);
  expect(await refused(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual(['1 - WORKBOOK -']);
});

test('a bomb is not opened, and nothing stays on the disk', async () => {
  const zeros = new Uint8Array(17 * 1024 * 1024).fill(0x20);
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('graphess-import-'));
  expect(await refused(Buffer.from(zipSync({ 'a.csv': zeros })))).toEqual(['1 - ARCHIVE_TOO_LARGE -']);
  const gzip = await reading(gzipSync(zeros), { piece: 1 << 16 });
  expect(gzip.problems.map(({ code }) => code)).toEqual(['LINE_TOO_LONG']);
  const lines = await reading(gzipSync(Buffer.alloc(17 * 1024 * 1024, `${' '.repeat(1023)}\n`)), {
    piece: 1 << 16,
  });
  expect(lines.problems.map(({ code }) => code)).toEqual(['ARCHIVE_TOO_LARGE']);
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('graphess-import-'))).toEqual(before);
});

test('a source that breaks and a reader that gives up are no fault of the file', async () => {
  const broken = Readable.from(
    (function* () {
      yield Buffer.from(GOOD);
      throw new Error('the disk went away');
    })(),
  );
  await expect(Array.fromAsync(readFile(broken, { fileName: 'a.csv' }))).rejects.toThrow(
    'the disk went away',
  );
  const stop = new AbortController();
  const endless = Readable.from(
    (function* () {
      yield Buffer.from(HEADER);
      for (;;) yield Buffer.from('ESS_JOBS;COM:92050;12;\n');
    })(),
  );
  const read = async () => {
    for await (const item of readFile(endless, { fileName: 'a.csv', signal: stop.signal })) {
      if (item.kind === 'cell' && item.cell.line > 1000) stop.abort();
    }
  };
  await expect(read()).rejects.toThrow('aborted');
  expect(endless.destroyed).toBe(true);
});
