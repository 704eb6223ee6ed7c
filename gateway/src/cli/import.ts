import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { importFile } from '@graphess/observatory/import';
import { connectDatabases, openPlatformSubgraph, platformSettings, runCommand } from '@graphess/platform';
import { createLog, parisDay, SettingsError, VISITOR } from '@graphess/subgraph-kit';
import { subgraphs } from '../subgraphs.ts';
import { importCommand } from './import-command.ts';
import { fileProgress } from './import-progress.ts';
import { importReport } from './import-report.ts';

/** `npm run import`: reads a file of INSEE, of Urssaf or of a producer into the observatory, all or nothing. */
await runCommand(async (program) => {
  const settings = platformSettings();
  const command = importCommand(process.argv.slice(2), parisDay(settings.clock()));
  const size = sizeOf(command.path);
  const log = createLog({ name: 'import', level: settings.logLevel, pretty: !settings.production });
  const databases = await connectDatabases(settings, ['observatory'], program);
  const open = await openPlatformSubgraph(subgraphs.observatory, {
    url: databases.urlOf('observatory'),
    settings,
    log,
  });
  program.onStop(() => open.close());
  // Statements of requests are short; those of an import are not.
  const { background } = open.newContext(VISITOR, randomUUID());
  const stop = new AbortController();
  program.onStop(async () => stop.abort());
  const report = importReport(command.report);
  const progress = fileProgress(process.stderr, () => performance.now());
  try {
    const outcome = await importFile(background, command, {
      now: settings.clock(),
      signal: stop.signal,
      onProgress: ({ bytes, lines }) => progress.tell({ bytes, lines, size }),
      onStage: (sentence) => progress.say(sentence),
      onRow: (row) => report.add(row),
    });
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
