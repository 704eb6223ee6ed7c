import {
  connectDatabases,
  loadPlatformSubgraph,
  openPlatformSubgraph,
  platformSettings,
  runProgram,
  SUBGRAPHS,
  terminalProgress,
} from '@graphess/platform';
import { createLog } from '@graphess/subgraph-kit';
import { subgraphs } from '../subgraphs.ts';

/** `npm run load`: compares every row of the data files with the databases and says what was read, inserted, changed. */
await runProgram(async () => {
  const settings = platformSettings();
  const progress = terminalProgress();
  const log = createLog({ name: 'load', level: settings.logLevel, pretty: !settings.production });
  const databases = await connectDatabases(settings, SUBGRAPHS, progress);
  try {
    const total = { read: 0, inserted: 0, changed: 0 };
    for (const name of SUBGRAPHS) {
      const open = await openPlatformSubgraph(subgraphs[name], {
        url: databases.urlOf(name),
        settings,
        log,
        progress,
      });
      for (const { set, read, inserted, changed } of await loadPlatformSubgraph(
        open,
        settings,
        progress,
        true,
      )) {
        console.log(
          `${name.padEnd(12)} ${set.padEnd(24)} ${read} lues, ${inserted} ajoutées, ${changed} modifiées`,
        );
        total.read += read;
        total.inserted += inserted;
        total.changed += changed;
      }
      await open.close();
    }
    console.log(
      `${'total'.padEnd(37)} ${total.read} lues, ${total.inserted} ajoutées, ${total.changed} modifiées`,
    );
  } finally {
    await databases.release();
  }
});
