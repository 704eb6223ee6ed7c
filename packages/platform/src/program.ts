import { SettingsError } from '@graphess/subgraph-kit';
import { explainFailure, type Progress, terminalProgress } from './terminal.ts';

/** The Node that the sources are written for; npm scripts bring one, a bare `node` may be older. */
const OLDEST_NODE = 24;

export type Program = {
  readonly progress: Progress;
  /** Registers what is to be undone when the program stops, even in the middle of its start. The last is undone first. */
  onStop(cleanup: () => Promise<unknown>): void;
};

/** Runs a program that goes on until Ctrl-C or SIGTERM. What keeps it from starting is told in one French sentence. */
export function runServer(start: (program: Program) => Promise<void>): Promise<void> {
  return run(start, false);
}

/** Runs a program that ends by itself, and undoes what it registered. */
export function runCommand(body: (program: Program) => Promise<void>): Promise<void> {
  return run(body, true);
}

async function run(body: (program: Program) => Promise<void>, endsByItself: boolean): Promise<void> {
  const progress = terminalProgress();
  const cleanups: (() => Promise<unknown>)[] = [];
  let stopping = false;
  const stop = async () => {
    stopping = true;
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A supervisor may well add its SIGTERM to the terminal's SIGINT: only an impatient person is obeyed twice.
      if (stopping && signal === 'SIGINT') process.exit(130);
      if (stopping) return;
      progress('Arrêt en cours…');
      stop().then(
        () => {
          progress('Tout est arrêté.');
          process.exit(0);
        },
        (error: unknown) => fail(error),
      );
    });
  }
  try {
    checkNode();
    await body({
      progress,
      onStop: (cleanup) => {
        if (stopping) void cleanup();
        else cleanups.push(cleanup);
      },
    });
    if (endsByItself) await stop();
  } catch (error) {
    // What a stop interrupts is no failure.
    if (stopping) return;
    process.stderr.write(`\n${explainFailure(error)}\n`);
    process.exitCode = 1;
    await stop().catch(() => {});
    setTimeout(() => process.exit(1), 500).unref();
  }
}

function fail(error: unknown): never {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exit(1);
}

function checkNode(): void {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return;
  throw new SettingsError(
    `Node ${process.versions.node} est trop ancien : lancez la plateforme par npm (npm start), qui apporte le sien, ou installez Node ${OLDEST_NODE} ou plus.`,
  );
}
