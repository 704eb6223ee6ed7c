import { platformSettings, runServer } from '@graphess/platform';
import { ensureExplorer } from './explorer/build-explorer.ts';
import { registerExplorer } from './explorer/serve-explorer.ts';
import { startInOneProcess } from './one-process.ts';

/** `npm start`: the whole platform in one process, with the explorer for browsers outside production. */
await runServer(async ({ progress, onStop }) => {
  progress('Démarrage de Graph’ESS…');
  const settings = platformSettings(undefined, { door: true });
  const explorer = settings.production ? null : ensureExplorer(progress);
  onStop(async () => explorer?.stop());
  const platform = await startInOneProcess({
    settings,
    progress,
    onStop,
    ...(explorer ? { extend: (app) => registerExplorer(app, explorer) } : {}),
  });
  progress('Tout est prêt.');
  console.log(
    `\nGraph’ESS répond sur ${platform.url}/graphql — essayez : { claims(disputed: true) { nodes { subject field statement current source { citation } } } }`,
  );
  if (settings.identity.issuer === null && !settings.production) {
    console.log(
      `Comptes de démonstration : ${platform.url}/auth/login, ou un jeton par « npm run --silent token -- agent ».`,
    );
  }
});
