import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  createLog,
  ensureDatabase,
  migrate,
  openSubgraph,
  provisionDatabase,
  VISITOR,
} from '../../../packages/subgraph-kit/src/index.ts';
import { dimensionOf } from '../../../subgraphs/observatory/src/cube/dimension.catalogue.ts';
import { readFile } from '../../../subgraphs/observatory/src/import/read-file.ts';
import { observatory } from '../../../subgraphs/observatory/src/observatory.ts';
import { publishFile } from '../../../subgraphs/observatory/src/publication/publish-file.ts';
import { onLocalPostgres } from '../../hostile/on-local-postgres.ts';

/**
 * `npm run prove -- publication`: a file of a million lines, then the same with one figure changed in a hundred, published
 * from its bytes to its revisions. Prints time and memory; exits with 1 when a count is not what it must be, or when the
 * process holds more than it may.
 */
const MEMORY_ALLOWED_MIB = 700;
const YEARS = 14;
const CLASSES = [...dimensionOf('SIZE_CLASS').values.keys()];
const DIVISIONS = [...dimensionOf('SECTOR_A88').values.keys()];

const say = (text: string) => process.stdout.write(`${text}\n`);
const rss = () => process.memoryUsage.rss() / 1024 / 1024;

/** Counts and jobs of each commune, year, division and size, with their totals: sums hold, and none is a secret. */
function* lines(communes: readonly string[], version: number): Generator<string> {
  yield 'indicateur;territoire;periode;secteur_a88;taille;valeur\n';
  for (const [place, commune] of communes.entries()) {
    for (let year = 2010; year < 2010 + YEARS; year += 1) {
      for (const [indicator, times] of [
        ['ESTABLISHMENTS', 1],
        ['JOBS', 10],
      ] as const) {
        let block = '';
        let all = 0;
        const ofClass = CLASSES.map(() => 0);
        DIVISIONS.forEach((division, at) => {
          let ofDivision = 0;
          CLASSES.forEach((size, index) => {
            const seed = place * 7 + year * 13 + at * 31 + index * 17;
            const value = times * (5 + (seed % 40) + (seed % 100 === 0 ? version : 0));
            ofDivision += value;
            ofClass[index] = (ofClass[index] ?? 0) + value;
            block += `${indicator};${commune};${year};${division};${size};${value}\n`;
          });
          all += ofDivision;
          block += `${indicator};${commune};${year};${division};;${ofDivision}\n`;
        });
        CLASSES.forEach((size, index) => {
          block += `${indicator};${commune};${year};;${size};${ofClass[index]}\n`;
        });
        yield `${block}${indicator};${commune};${year};;;${all}\n`;
      }
    }
  }
}

let broken = 0;
await onLocalPostgres(async (server) => {
  const url = new URL(server);
  url.pathname = '/million_lines';
  await ensureDatabase(url.toString());
  await provisionDatabase(url.toString(), ['observatory']);
  await migrate(observatory, url.toString());
  const open = await openSubgraph(observatory, {
    databaseUrl: url.toString(),
    clock: () => new Date(),
    log: createLog({ name: 'proof', level: 'error', pretty: true }),
  });
  try {
    await open.load({
      ...{ dataDir: 'data', area: '92', demonstration: false, scale: 1 },
      thorough: false,
      onProgress: () => {},
    });
    const { background } = open.newContext(VISITOR, 'proof');
    const members: { id: string }[] = await background.query(
      `SELECT DISTINCT part AS id FROM territory_link WHERE part LIKE 'COM:%' AND (whole = 'DEP:92' OR whole IN (
         SELECT link.whole FROM territory_link link JOIN territory_link home ON home.part = link.part AND home.whole = 'DEP:92'
          WHERE link.whole LIKE 'EPT:%')) ORDER BY 1`,
    );
    const communes = members.map(({ id }) => id);
    for (const version of [0, 1]) {
      const began = performance.now();
      let peak = 0;
      const watch = setInterval(() => {
        peak = Math.max(peak, rss());
      }, 50);
      const hash = createHash('sha256');
      let count = 0;
      let stage = '';
      const source = Readable.from(
        (function* () {
          for (const block of lines(communes, version)) {
            hash.update(block);
            count += block.split('\n').length - 1;
            yield Buffer.from(block);
          }
        })(),
      );
      const result = await publishFile(background, {
        ...{ datasetCode: 'ESS-FLORES', label: `Preuve ${version}`, geographyDate: '2024-01-01' },
        items: readFile(source, { fileName: 'preuve.csv' }),
        fileHash: () => hash.copy().digest('hex'),
        dryRun: false,
        actor: { kind: 'service', subject: 'operator', requestId: 'proof' },
        now: new Date(),
        onProgress: (progress) => {
          if (progress.stage === stage) return;
          stage = progress.stage;
          say(
            `  ${stage.toLowerCase()} at ${((performance.now() - began) / 1_000).toFixed(0)} s, ${rss().toFixed(0)} MiB`,
          );
        },
      });
      clearInterval(watch);
      const seconds = (performance.now() - began) / 1_000;
      if (result.kind !== 'PUBLISHED') {
        broken += 1;
        say(JSON.stringify(result).slice(0, 2_000));
        continue;
      }
      const { inserted, revised, deleted } = result;
      say(`${count - 1} lines: ${inserted} inserted, ${revised} revised, ${deleted} deleted`);
      say(`  ${seconds.toFixed(0)} s, peak memory ${peak.toFixed(0)} MiB, ${MEMORY_ALLOWED_MIB} allowed`);
      const expected =
        version === 0
          ? inserted > count && revised === 0
          : inserted === 0 && revised > 0 && revised < count / 5;
      if (!expected || deleted !== 0 || peak > MEMORY_ALLOWED_MIB) broken += 1;
    }
  } finally {
    await open.close();
  }
});
say(broken === 0 ? 'kept' : 'BROKEN');
process.exitCode = broken === 0 ? 0 : 1;
