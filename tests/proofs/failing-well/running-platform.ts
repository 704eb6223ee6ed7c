import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');

export type Running = {
  readonly child: ChildProcess;
  /** The last line that matched, as soon as there is one. */
  said(pattern: RegExp, seconds: number): Promise<RegExpExecArray>;
  /** Forgets what was said: the next `said` waits for news. */
  forget(): void;
  end(signal: NodeJS.Signals): Promise<void>;
};

/** A folder for the embedded PostgreSQL, which may run under another account. */
export function dataFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'graphess-proof-'));
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs what an npm script runs, from its own line in package.json. */
export function runScript(name: string, env: Record<string, string>): Running {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const line = scripts[name];
  if (line === undefined) throw new RangeError(`package.json has no script ${name}`);
  const [, ...args] = line.split(' ');
  return runProgram(args, ROOT, env);
}

export function runGateway(env: Record<string, string>): Running {
  return runProgram(
    ['--conditions=source', '--import', join(ROOT, 'tools/typescript.mjs'), 'src/main.ts'],
    join(ROOT, 'gateway'),
    env,
  );
}

function runProgram(args: readonly string[], cwd: string, env: Record<string, string>): Running {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let lines: string[] = [];
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (process.env['VERBOSE']) process.stderr.write(`${line}\n`);
      for (const look of waiting) look();
    });
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    child,
    forget() {
      lines = [];
    },
    said: (pattern, seconds) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`${pattern} was not said within ${seconds} s:\n${lines.slice(-20).join('\n')}`));
        }, seconds * 1000);
        const look = () => {
          const found = lines
            .map((line) => pattern.exec(line))
            .filter((match) => match !== null)
            .at(-1);
          if (found === undefined) return;
          clearTimeout(late);
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    end(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      return ended;
    },
  };
}
