import { runCommand, SERVICES } from '@graphess/platform';
import { generateServiceKeys } from '@graphess/subgraph-kit';

/**
 * `npm run service-keys`: new keys for the gateway and the subgraphs, as variables to be given to each. Printed once,
 * kept nowhere. Without quotes (base64url): shells, compose and systemd differ in what they make of them.
 */
await runCommand(async () => {
  const { privateKeys, publicKeys } = await generateServiceKeys(SERVICES);
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const lines = SERVICES.map(
    (name) => `${name.toUpperCase()}_SERVICE_PRIVATE_KEY=${encode(privateKeys[name])}`,
  );
  console.log(
    [
      '# Clés des services de Graph’ESS, pour un fichier .env que docker compose lit (mode 600, hors du dépôt).',
      '# Sans conteneurs : donnez à chaque service la sienne seule, sous le nom SERVICE_PRIVATE_KEY,',
      '# et à tous la même SERVICE_PUBLIC_KEYS, qui n’est pas secrète.',
      ...lines,
      `SERVICE_PUBLIC_KEYS=${encode(publicKeys)}`,
    ].join('\n'),
  );
});
