import { type ChildProcess, spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PROJECT_ROOT, type Progress } from '@graphess/platform';

export type Service = {
  readonly name: string;
  /** Whether its process has ended. */
  isGone(): boolean;
  /** From now on it is started again whenever it ends. */
  keepAlive(): void;
  stop(): Promise<void>;
};

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
/** A process that lived this long did start: the next end is a new accident. */
const HEALTHY_MS = 60_000;
const FIRST_ANSWERS_MS = 5_000;

/** Runs the `src/main.ts` of a folder as a process of its own, and relays what it says. */
export function superviseService(
  service: { name: string; folder: string; env: NodeJS.ProcessEnv },
  progress: Progress,
): Service {
  const { name, folder, env } = service;
  let kept = false;
  let stopping = false;
  let delay = FIRST_DELAY_MS;
  let restart: NodeJS.Timeout | undefined;
  let child = start('démarre');

  function start(verb: string): ChildProcess {
    const startedAt = performance.now();
    const started = spawn(
      process.execPath,
      ['--conditions=source', '--import', join(PROJECT_ROOT, 'tools/typescript.mjs'), 'src/main.ts'],
      {
        cwd: join(PROJECT_ROOT, folder),
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    for (const stream of [started.stdout, started.stderr]) {
      createInterface({ input: stream }).on('line', (line) =>
        process.stderr.write(`${name.padEnd(12)} ${line}\n`),
      );
    }
    started.once('exit', (code, signal) => {
      if (stopping) return;
      const how = `${name} s’est arrêté (${signal ?? code})`;
      if (!kept) return progress(`${how}.`);
      if (performance.now() - startedAt > HEALTHY_MS) delay = FIRST_DELAY_MS;
      progress(`${how} ; il redémarre, les autres domaines continuent.`);
      restart = setTimeout(() => {
        child = start('redémarre');
        yieldTo(child);
      }, delay);
      delay = Math.min(delay * 2, LONGEST_DELAY_MS);
    });
    progress(`${name} ${verb} (processus ${started.pid})…`);
    return started;
  }

  return {
    name,
    isGone: () => hasEnded(child),
    keepAlive() {
      kept = true;
    },
    async stop() {
      stopping = true;
      clearTimeout(restart);
      await endOf(child);
    },
  };
}

/** A start is heavy, and so are the first answers: those that answer meanwhile go first. */
function yieldTo(child: ChildProcess): void {
  setPriorityOf(child, constants.priority.PRIORITY_LOW);
  child.stderr?.on('data', (chunk: Buffer) => {
    if (!chunk.includes(' répond sur ')) return;
    setTimeout(() => setPriorityOf(child, constants.priority.PRIORITY_NORMAL), FIRST_ANSWERS_MS).unref();
  });
}

function setPriorityOf(child: ChildProcess, priority: number): void {
  if (child.pid === undefined) return;
  try {
    setPriority(child.pid, priority);
  } catch {
    // Not every account may raise a priority again: the process then stays polite.
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function endOf(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return Promise.resolve();
  return new Promise((resolve) => {
    const impatient = setTimeout(() => child.kill('SIGKILL'), 20_000);
    child.once('exit', () => {
      clearTimeout(impatient);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
