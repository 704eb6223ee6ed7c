import { connectDatabases, DOMAINS, platformSettings, runCommand } from '@graphess/platform';
import { migrate } from '@graphess/subgraph-kit';
import { domains } from '../subgraphs.ts';

/** `npm run migrate`: roles, schemas, extensions, then the migrations that have not run yet. */
await runCommand(async (program) => {
  const settings = platformSettings();
  const databases = await connectDatabases(settings, DOMAINS, program, true);
  for (const name of DOMAINS) {
    const done = await migrate(domains[name], databases.urlOf(name));
    console.log(`${name.padEnd(12)} ${done.length === 0 ? 'à jour' : done.join(', ')}`);
  }
});
