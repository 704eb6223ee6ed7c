import { connectDatabases, platformSettings, runCommand, SUBGRAPHS } from '@graphess/platform';
import { migrate } from '@graphess/subgraph-kit';
import { subgraphs } from '../subgraphs.ts';

/** `npm run migrate`: roles, schemas, extensions, then the migrations that have not run yet. */
await runCommand(async (program) => {
  const settings = platformSettings();
  const databases = await connectDatabases(settings, SUBGRAPHS, program, true);
  for (const name of SUBGRAPHS) {
    const done = await migrate(subgraphs[name], databases.urlOf(name));
    console.log(`${name.padEnd(12)} ${done.length === 0 ? 'à jour' : done.join(', ')}`);
  }
});
