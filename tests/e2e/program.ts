import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePorts } from '../../gateway/src/free-ports.ts';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

export type Program = {
  readonly child: ChildProcess;
  readonly url: string;
  output(): string;
  /** Resolves as soon as its port is open, ready or not. */
  answers(): Promise<void>;
  /** Resolves with the time it took, in seconds; rejects when the program ends first. */
  ready(): Promise<number>;
  ended(): Promise<number | null>;
  /** Hosts other than this machine that any of its processes tried to reach. */
  outgoing(): string[];
  query<Data>(
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<{ data: Data; errors?: unknown[] }>;
};

/** A folder that the account running PostgreSQL can enter. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'graphess-e2e-'));
  chmodSync(folder, 0o755);
  return folder;
}

export async function freePort(): Promise<number> {
  const [port] = await freePorts(1);
  return port ?? 0;
}

/** Starts what an npm script starts, from its own command line in package.json, without npm between us and its signals. */
export function startProgram(script: string, env: Record<string, string>): Program {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const [, ...args] = (scripts[script] ?? '').split(' ');
  const record = join(temporaryFolder(), 'connections');
  const { DATABASE_URL: _given, ...inherited } = process.env;
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: {
      ...inherited,
      NODE_ENV: 'development',
      NODE_OPTIONS: `--import ${join(ROOT, 'tests/e2e/record-connections.mjs')}`,
      CONNECTION_RECORD: record,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const url = `http://127.0.0.1:${env['PORT']}`;
  const startedAt = performance.now();
  return {
    child,
    url,
    output: () => text,
    ended: () => ended,
    outgoing: () => (existsSync(record) ? readFileSync(record, 'utf8').trim().split('\n') : []),
    async answers() {
      while (
        !(await fetch(`${url}/healthz`).then(
          () => true,
          () => false,
        ))
      ) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async ready() {
      for (;;) {
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`It ended before it was ready:\n${text}`);
        const up = await fetch(`${url}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        );
        if (up) return (performance.now() - startedAt) / 1000;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    async query(query, variables = {}) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return response.json() as never;
    },
  };
}
