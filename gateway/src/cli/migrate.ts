import {
  connectDatabases,
  platformSettings,
  runProgram,
  SUBGRAPHS,
  terminalProgress,
} from '@graphess/platform';
import { migrate } from '@graphess/subgraph-kit';
import { subgraphs } from '../subgraphs.ts';

/** `npm run migrate`: roles, schemas, extensions, then the migrations that have not run yet. */
await runProgram(async () => {
  const settings = platformSettings();
  const databases = await connectDatabases(settings, SUBGRAPHS, terminalProgress(), true);
  try {
    for (const name of SUBGRAPHS) {
      const done = await migrate(subgraphs[name], databases.urlOf(name));
      console.log(`${name.padEnd(12)} ${done.length === 0 ? 'à jour' : done.join(', ')}`);
    }
  } finally {
    await databases.release();
  }
});
