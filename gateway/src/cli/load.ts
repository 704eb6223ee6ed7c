import {
  connectDatabases,
  loadPlatformSubgraph,
  openPlatformSubgraph,
  platformSettings,
  runCommand,
  SUBGRAPHS,
} from '@graphess/platform';
import { createLog } from '@graphess/subgraph-kit';
import { subgraphs } from '../subgraphs.ts';

/** `npm run load`: compares every row of the data files with the databases and says what was read, inserted, changed. */
await runCommand(async (program) => {
  const { progress, onStop } = program;
  const settings = platformSettings();
  const log = createLog({ name: 'load', level: settings.logLevel, pretty: !settings.production });
  const databases = await connectDatabases(settings, SUBGRAPHS, program);
  const total = { read: 0, inserted: 0, changed: 0 };
  for (const name of SUBGRAPHS) {
    const open = await openPlatformSubgraph(subgraphs[name], { url: databases.urlOf(name), settings, log });
    onStop(() => open.close());
    for (const report of await loadPlatformSubgraph(open, settings, progress, true)) {
      console.log(`${name.padEnd(12)} ${report.set.padEnd(24)} ${counts(report)}`);
      total.read += report.read;
      total.inserted += report.inserted;
      total.changed += report.changed;
    }
  }
  console.log(`${'total'.padEnd(37)} ${counts(total)}`);
});

function counts({ read, inserted, changed }: { read: number; inserted: number; changed: number }): string {
  return `${read} lues, ${inserted} ajoutées, ${changed} modifiées`;
}
