import { connectDatabases, openPlatformSubgraph, platformSettings, runCommand } from '@graphess/platform';
import { createLog } from '@graphess/subgraph-kit';
import { access } from '../access/access.ts';
import { keyCommand } from './key-command.ts';
import { runKeyCommand } from './run-key-command.ts';

/** `npm run keys`: makes, lists, rotates and revokes API keys, whether the platform runs or not. */
await runCommand(async (program) => {
  const settings = platformSettings();
  const command = keyCommand(process.argv.slice(2), settings.quotas.keyPerMinute);
  const log = createLog({ name: 'keys', level: settings.logLevel, pretty: !settings.production });
  const databases = await connectDatabases(settings, ['access'], program);
  const open = await openPlatformSubgraph(access, { url: databases.urlOf('access'), settings, log });
  program.onStop(() => open.close());
  const lines = await runKeyCommand(command, {
    db: open.db,
    now: settings.clock(),
    posture: settings.production ? 'live' : 'test',
  });
  console.log(lines.join('\n'));
});
