import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  connectDatabases,
  DOMAINS,
  PROJECT_ROOT,
  platformSettings,
  runServer,
  SUBGRAPHS,
} from '@graphess/platform';
import { SettingsError } from '@graphess/subgraph-kit';
import { freePorts } from './free-ports.ts';

/** The platform as five processes in this process's group: each subgraph from its own folder, and the gateway. */
await runServer(async (program) => {
  const { progress, onStop } = program;
  const settings = platformSettings();
  const port = settings.port(4000);
  await refuseTakenPort(settings.host, port);
  // Held for the children's whole life: the embedded server then outlives any one of them.
  await connectDatabases(settings, DOMAINS, program);

  const ports = await freePorts(SUBGRAPHS.length);
  const addresses = Object.fromEntries(
    SUBGRAPHS.map((name, index) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${ports[index]}`]),
  );
  const children: { name: string; process: ChildProcess }[] = [];
  let stopping = false;
  const start = (name: string, folder: string, entry: string, ownPort: number, host: string) => {
    const child = spawn(
      process.execPath,
      ['--conditions=source', '--import', join(PROJECT_ROOT, 'tools/typescript.mjs'), entry],
      {
        cwd: join(PROJECT_ROOT, folder),
        env: { ...process.env, ...addresses, PORT: String(ownPort), HOST: host },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    for (const stream of [child.stdout, child.stderr]) {
      if (stream)
        createInterface({ input: stream }).on('line', (line) =>
          process.stderr.write(`${name.padEnd(12)} ${line}\n`),
        );
    }
    child.once('exit', (code, signal) => {
      if (!stopping) progress(`${name} s’est arrêté (${signal ?? code}) ; les autres domaines continuent.`);
    });
    children.push({ name, process: child });
  };
  onStop(async () => {
    stopping = true;
    await Promise.all(children.map(({ process: child }) => ended(child)));
  });

  SUBGRAPHS.forEach((name, index) => {
    start(name, `subgraphs/${name}`, 'src/main.ts', ports[index] ?? 0, '127.0.0.1');
  });
  start('gateway', 'gateway', 'src/main.ts', port, settings.host);
  for (const { name, process: child } of children) progress(`${name} démarre (processus ${child.pid})…`);

  const url = `http://${settings.host === '0.0.0.0' ? '127.0.0.1' : settings.host}:${port}`;
  while (!stopping && !(await isReady(url))) {
    const gone = children.find(({ process: child }) => child.exitCode !== null || child.signalCode !== null);
    if (gone !== undefined) {
      throw new SettingsError(`${gone.name} n’a pas démarré : voir ses messages ci-dessus.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  if (stopping) return;
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

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const impatient = setTimeout(() => child.kill('SIGKILL'), 15_000);
    child.once('exit', () => {
      clearTimeout(impatient);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

/** Children would each say it in their own way, and late. */
async function refuseTakenPort(host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ host, port }, () => probe.close(() => resolve()));
  });
}
