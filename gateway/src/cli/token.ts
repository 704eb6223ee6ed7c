import { parseArgs } from 'node:util';
import { platformSettings, runCommand } from '@graphess/platform';
import { SettingsError } from '@graphess/subgraph-kit';
import { ACCOUNTS, accountNamed } from '../identity/local-provider/accounts.ts';
import { accessTokenOf, NoLocalProvider } from '../identity/local-provider/demonstration-token.ts';

const USAGE = 'Usage : npm run token -- <compte>';

/** `npm run token -- agent`: an access token on standard output, and nothing else. */
await runCommand(async () => {
  const account = requestedAccount();
  const settings = platformSettings({ ...process.env, LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' });
  const url = settings.identity.publicUrl ?? `http://127.0.0.1:${settings.port(4000)}`;
  const token = await accessTokenOf(url, account).catch((error: unknown) => {
    if (!(error instanceof NoLocalProvider)) throw error;
    throw new SettingsError(
      `Aucune plateforme locale ne répond sur ${url} : lancez « npm start », ou précisez PORT ou PUBLIC_URL. En production, les comptes de démonstration n’existent pas.`,
    );
  });
  process.stdout.write(`${token}\n`);
});

function requestedAccount(): string {
  const { positionals } = parseArgs({ allowPositionals: true, strict: false });
  const [name = ''] = positionals;
  if (positionals.length === 1 && accountNamed(name) !== undefined) return name;
  const width = Math.max(...ACCOUNTS.map((each) => each.name.length));
  const accounts = ACCOUNTS.map((each) => `  ${each.name.padEnd(width)}  ${each.label}`).join('\n');
  const reason =
    positionals.length === 1
      ? `Aucun compte de démonstration ne s’appelle « ${name} ».`
      : 'Un compte est attendu.';
  throw new SettingsError(`${reason} ${USAGE}\n${accounts}`);
}
