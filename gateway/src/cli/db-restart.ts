import { platformSettings, restartDatabase, runCommand } from '@graphess/platform';

/** `npm run db:restart`: stops and starts the embedded PostgreSQL under a platform that runs, to see it recover. */
await runCommand(async ({ progress }) => {
  progress('Redémarrage de PostgreSQL…');
  await restartDatabase(platformSettings());
  progress('PostgreSQL répond de nouveau.');
});
