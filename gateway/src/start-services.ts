import { createServer } from 'node:net';
import { connectDatabases, DOMAINS, platformSettings, runServer, SUBGRAPHS } from '@graphess/platform';
import { SettingsError } from '@graphess/subgraph-kit';
import { freePorts } from './free-ports.ts';
import { superviseService } from './supervise-service.ts';

/** The platform as five processes in this process's group: each subgraph from its own folder, and the gateway. */
await runServer(async (program) => {
  const { progress, onStop } = program;
  const settings = platformSettings(undefined, { door: true });
  const port = settings.port(4000);
  let stopping = false;
  await refuseTakenPort(settings.host, port);
  // Held for the children's whole life: the embedded server then outlives any one of them.
  await connectDatabases(settings, DOMAINS, program);

  const ports = await freePorts(SUBGRAPHS.length);
  const addresses = Object.fromEntries(
    SUBGRAPHS.map((name, index) => {
      const variable = `${name.toUpperCase()}_URL`;
      // An address that is given leads here by a detour, a proxy for instance.
      return [variable, process.env[variable] || `http://127.0.0.1:${ports[index]}`];
    }),
  );
  // Files and letters are asked for at the gateway, whichever service keeps them.
  const publicUrl = process.env['PUBLIC_URL'] || `http://${settings.host}:${port}`;
  const services = [
    ...SUBGRAPHS.map((name, index) => ({
      name,
      folder: `subgraphs/${name}`,
      env: {
        ...process.env,
        ...addresses,
        PORT: String(ports[index]),
        HOST: '127.0.0.1',
        PUBLIC_URL: publicUrl,
      },
    })),
    {
      name: 'gateway',
      folder: 'gateway',
      env: { ...process.env, ...addresses, PORT: String(port), HOST: settings.host },
    },
  ].map((service) => superviseService(service, progress));
  onStop(async () => {
    stopping = true;
    await Promise.all(services.map((service) => service.stop()));
  });

  const url = `http://${settings.host === '0.0.0.0' ? '127.0.0.1' : settings.host}:${port}`;
  while (!stopping && !(await isReady(url))) {
    const gone = services.find((service) => service.isGone());
    if (gone !== undefined) {
      throw new SettingsError(`${gone.name} n’a pas démarré : voir ses messages ci-dessus.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  if (stopping) return;
  for (const service of services) service.keepAlive();
  progress('Tout est prêt.');
  console.log(
    `\nGraph’ESS répond sur ${url}/graphql — essayez : { calls { edition title counts { applications awarded } } }`,
  );
});

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Children would each say it in their own way, and late. */
async function refuseTakenPort(host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ host, port }, () => probe.close(() => resolve()));
  });
}
