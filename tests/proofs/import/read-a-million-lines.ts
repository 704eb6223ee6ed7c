import { Readable } from 'node:stream';
import { readFile } from '../../../subgraphs/observatory/src/import/read-file.ts';

const LINES = 1_000_000;
const BLOCK = 2_000;
const MIB = 1024 ** 2;
/** What a reading may take beyond what the program has before it. */
const MOST_MIB = 128;

const SECTORS = ['AZ', 'C1', 'C3', 'C5', 'DE', 'FZ', 'GZ', 'HZ', 'IZ', 'JZ', 'KZ', 'LZ', 'MN', 'OQ', 'RU'];
const number = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

type Form = { name: string; header: string; line: (index: number) => string; cells: number };

/** Communes and activities that are all different, as in a national file. */
const commune = (index: number) => String(1001 + (index % 90_000)).padStart(5, '0');
const FORMS: readonly Form[] = [
  {
    name: 'FLORES',
    header:
      'GEO;GEO_OBJECT;ACTIVITY;NUMBER_EMPL;LEGAL_FORM_WITH_PUBLIC;FLORES_MEASURE;OBS_STATUS;TIME_PERIOD;OBS_VALUE',
    line: (index) =>
      `"${commune(index)}";"COM";"${SECTORS[Math.floor(index / 90_000) % SECTORS.length]}";"_T";"1T9X7";"EMPL3112";"A";"2023";"${index % 5000}"`,
    cells: LINES,
  },
  {
    name: 'Urssaf',
    header: 'commune;code_commune;code_ape;nombre_d_etablissements_2023;effectifs_salaries_2023',
    line: (index) =>
      `Commune n° ${index};${commune(index)};${10 + Math.floor(index / 90_000)}11Z;${index % 9};${index % 900}`,
    cells: LINES * 6,
  },
];

/** `npm run prove -- import`: a million lines of each form are read, and the memory that it takes does not grow with them. */
for (const form of FORMS) await prove(form);

async function prove({ name, header, line, cells: expected }: Form): Promise<void> {
  const before = process.memoryUsage.rss();
  const startedAt = performance.now();
  let [cells, problems, peak] = [0, 0, 0];
  const source = Readable.from(lines(header, line), { objectMode: false });
  for await (const item of readFile(source, { fileName: `${name}.csv` })) {
    if (item.kind === 'cell') cells += 1;
    else if (item.kind === 'progress') peak = Math.max(peak, process.memoryUsage.rss());
    else problems += 1;
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const grown = (peak - before) / MIB;
  process.stdout.write(
    `${name.padEnd(8)} ${number.format(LINES)} lignes, ${number.format(cells)} cellules, problèmes : ${problems}, ${number.format(seconds)} s, ${number.format(LINES / seconds)} lignes/s, +${number.format(grown)} Mio au plus\n`,
  );
  if (cells !== expected || problems > 0 || grown > MOST_MIB) {
    process.stdout.write(`${name} : attendu ${expected} cellules, aucun problème, ${MOST_MIB} Mio au plus\n`);
    process.exitCode = 1;
  }
}

function* lines(header: string, line: (index: number) => string): Generator<Buffer> {
  yield Buffer.from(`${header}\n`);
  for (let index = 0; index < LINES; index += BLOCK) {
    yield Buffer.from(Array.from({ length: BLOCK }, (_, offset) => `${line(index + offset)}\n`).join(''));
  }
}
