import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { importGrants } from '@graphess/grants/import';
import { importFile } from '@graphess/observatory/import';
import { connectDatabases, openPlatformSubgraph, platformSettings, runCommand } from '@graphess/platform';
import { createLog, parisDay, SettingsError, VISITOR } from '@graphess/subgraph-kit';
import { subgraphs } from '../subgraphs.ts';
import { importCommand } from './import-command.ts';
import { fileProgress } from './import-progress.ts';
import { importReport } from './import-report.ts';

/** `npm run import`: reads a file of INSEE, of Urssaf or of a producer into the observatory, or one of grants. */
await runCommand(async (program) => {
  const settings = platformSettings();
  const { kind, ...command } = importCommand(process.argv.slice(2), parisDay(settings.clock()));
  const size = sizeOf(command.path);
  const log = createLog({ name: 'import', level: settings.logLevel, pretty: !settings.production });
  const domain = kind === 'scdl' ? 'grants' : 'observatory';
  const databases = await connectDatabases(settings, [domain], program);
  const open = await openPlatformSubgraph(subgraphs[domain], { url: databases.urlOf(domain), settings, log });
  program.onStop(() => open.close());
  // Statements of requests are short; those of an import are not.
  const { background } = open.newContext(VISITOR, randomUUID());
  const stop = new AbortController();
  program.onStop(async () => stop.abort());
  const report = importReport(command.report);
  const progress = fileProgress(process.stderr, () => performance.now());
  const now = settings.clock();
  try {
    const outcome =
      kind === 'scdl'
        ? await importGrants(background, command, { now, onLine: (line) => report.add(line) })
        : await importFile(
            background,
            { ...command, kind },
            {
              now,
              signal: stop.signal,
              onProgress: ({ bytes, lines }) => progress.tell({ bytes, lines, size }),
              onStage: (sentence) => progress.say(sentence),
              onRow: (row) => report.add(row),
            },
          );
    progress.end();
    for (const line of [...report.lines(), ...outcome.lines]) console.log(line);
    if (!outcome.accepted) process.exitCode = 1;
  } finally {
    report.close();
  }
});

function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new SettingsError(`« ${path} » n’est pas un fichier.`);
  return found.size;
}
