import { platformSettings, runProgram, stopOnSignals, terminalProgress } from '@graphess/platform';
import { ensureExplorer } from './explorer/build-explorer.ts';
import { registerExplorer } from './explorer/serve-explorer.ts';
import { startInOneProcess } from './one-process.ts';

/** `npm start`: the whole platform in one process, with the explorer for browsers outside production. */
await runProgram(async () => {
  const progress = terminalProgress();
  progress('Démarrage de Graph’ESS…');
  const settings = platformSettings();
  const explorer = settings.production ? null : ensureExplorer(progress);
  try {
    const platform = await startInOneProcess({
      settings,
      progress,
      ...(explorer ? { extend: (app) => registerExplorer(app, explorer) } : {}),
    });
    stopOnSignals(async () => {
      await explorer?.stop();
      await platform.stop();
    }, progress);
    progress('Tout est prêt.');
    console.log(
      `\nGraph’ESS répond sur ${platform.url}/graphql — essayez : { claims(disputed: true) { nodes { subject field statement current source { citation } } } }`,
    );
  } catch (error) {
    await explorer?.stop();
    throw error;
  }
});
