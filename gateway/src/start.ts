import { platformSettings, runProgram, stopOnSignals, terminalProgress } from '@graphess/platform';
import { startInOneProcess } from './one-process.ts';

await runProgram(async () => {
  const progress = terminalProgress();
  progress('Démarrage de Graph’ESS…');
  const settings = platformSettings();
  const platform = await startInOneProcess({ settings, progress });
  stopOnSignals(() => platform.stop(), progress);
  progress('Tout est prêt.');
  console.log(`\nGraph’ESS répond sur ${platform.url}/graphql — essayez : { claims(disputed: true) { nodes { subject field statement current source { citation } } } }`);
});
