import { platformSettings, runCommand } from '@graphess/platform';
import { startInOneProcess } from '../one-process.ts';
import type { CommunePage } from './commune-page.ts';
import { printCommune } from './commune-page.ts';
import { postQuery, runOperation } from './run-operation.ts';

/** `npm run commune -- Antony`: the commune page in the terminal, each number with its source. */
await runCommand(async ({ progress, onStop }) => {
  const name = process.argv.slice(2).join(' ').trim();
  if (name === '') {
    console.error('Indiquez une commune, par exemple : npm run commune -- Antony');
    process.exitCode = 1;
    return;
  }
  const settings = platformSettings({ ...process.env, LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' });
  const platform = await startInOneProcess({ settings, progress, onStop, port: 0 });
  const found = await postQuery<{ territorySearch: { code: string; name: string }[] }>(
    platform.url,
    'query ($search: String!) { territorySearch(search: $search, levels: [COMMUNE], first: 1) { code name } }',
    { search: name },
  );
  const commune = found.data?.territorySearch[0];
  if (commune === undefined) {
    console.error(found.errors[0]?.message ?? `Aucune commune ne porte le nom « ${name} ».`);
    process.exitCode = 1;
    return;
  }
  const page = await runOperation<CommunePage>(platform.url, 'front-end/commune-page', {
    code: commune.code,
    from: settings.clock().toISOString(),
  });
  if (page.data?.territory) console.log(printCommune(page.data));
  for (const { message } of page.errors) console.error(message);
});
