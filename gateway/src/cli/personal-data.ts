import { randomUUID } from 'node:crypto';
import { runPersonalDataCommand } from '@graphess/grants/personal-data';
import { connectDatabases, openPlatformSubgraph, platformSettings, runCommand } from '@graphess/platform';
import { createLog, VISITOR } from '@graphess/subgraph-kit';
import { subgraphs } from '../subgraphs.ts';
import { personalDataCommand } from './personal-data-command.ts';

/** `npm run personal-data`: purges, gives or erases what calls for projects hold of persons. */
await runCommand(async (program) => {
  const settings = platformSettings();
  const command = personalDataCommand(process.argv.slice(2));
  const log = createLog({ name: 'personal-data', level: settings.logLevel, pretty: !settings.production });
  const databases = await connectDatabases(settings, ['grants'], program);
  const open = await openPlatformSubgraph(subgraphs.grants, {
    url: databases.urlOf('grants'),
    settings,
    log,
  });
  program.onStop(() => open.close());
  const requestId = randomUUID();
  const { background, storage, now } = open.newContext(VISITOR, requestId);
  console.log(await runPersonalDataCommand(command, { db: background, storage, now, requestId }));
});
