import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, renameSync, rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT, type Progress } from '@graphess/platform';
import { removeStaleBuilds } from './stale-builds.ts';
import { versionOfSources } from './version-of-sources.ts';

export type Explorer = {
  /** The folder of the built explorer, null until it exists. */
  directory(): string | null;
  /** True when it could not be built and will not be in this run. */
  failed(): boolean;
  /** Resolves when the build is over, either way. */
  settled(): Promise<void>;
  /** Gives up a build under way and waits for its process to end. */
  stop(): Promise<void>;
};

export type ExplorerPlaces = {
  /** The Vite project. */
  sourceDir?: string;
  /** Where each built version gets a folder of its own. */
  cacheDir?: string;
};

const VITE = join(PROJECT_ROOT, 'node_modules/vite/bin/vite.js');

/**
 * Finds the explorer built from the present sources, or builds it once, in a process of low priority that the caller
 * does not wait for. A build that fails is told through `onProgress` in French and never throws.
 */
export function ensureExplorer(onProgress: Progress, places: ExplorerPlaces = {}): Explorer {
  const sourceDir = places.sourceDir ?? join(PROJECT_ROOT, 'gateway/explorer');
  const cacheDir = places.cacheDir ?? join(PROJECT_ROOT, '.data/explorer');
  let directory: string | null = null;
  let failed = false;
  let build: Build | null = null;
  let over = Promise.resolve();
  try {
    const wanted = join(cacheDir, versionOfSources(sourceDir));
    if (existsSync(wanted)) {
      directory = wanted;
    } else {
      onProgress('Préparation de l’explorateur, en arrière-plan…');
      build = startBuild(sourceDir, cacheDir, wanted);
      over = build.outcome.then((outcome) => {
        if (outcome === 'built') directory = wanted;
        else failed = true;
        if (outcome === 'built') onProgress('L’explorateur est prêt : ouvrez /graphql dans un navigateur.');
        if (outcome === 'failed') onProgress(failureOf(join(cacheDir, LOG_FILE)));
      });
    }
  } catch {
    failed = true;
    onProgress(failureOf(null));
  }
  return {
    directory: () => directory,
    failed: () => failed,
    settled: () => over,
    async stop() {
      build?.giveUp();
      await over;
    },
  };
}

type Build = { outcome: Promise<'built' | 'failed' | 'given up'>; giveUp(): void };

const LOG_FILE = 'build.log';

function startBuild(sourceDir: string, cacheDir: string, wanted: string): Build {
  mkdirSync(cacheDir, { recursive: true });
  removeStaleBuilds(cacheDir);
  // Vite writes here; the rename makes a version appear whole, whoever else builds it meanwhile.
  const outDir = mkdtempSync(join(cacheDir, 'building-'));
  const child = spawnVite(sourceDir, outDir, join(cacheDir, LOG_FILE));
  let givenUp = false;
  const outcome = exitOf(child).then((succeeded) => {
    try {
      if (succeeded) publish(outDir, wanted);
      else rmSync(outDir, { recursive: true, force: true });
    } catch {
      return 'failed';
    }
    if (existsSync(wanted)) return 'built';
    return givenUp ? 'given up' : 'failed';
  });
  return {
    outcome,
    giveUp() {
      givenUp = true;
      child.kill();
    },
  };
}

function spawnVite(sourceDir: string, outDir: string, logFile: string): ChildProcess {
  const log = openSync(logFile, 'w');
  try {
    const child = spawn(
      process.execPath,
      [VITE, 'build', sourceDir, '--configLoader', 'runner', '--outDir', outDir, '--emptyOutDir'],
      // Of the caller's environment, NODE_ENV and NODE_OPTIONS would change what is built and how.
      {
        cwd: sourceDir,
        env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
        stdio: ['ignore', log, log],
      },
    );
    lowerPriority(child);
    return child;
  } finally {
    closeSync(log);
  }
}

function lowerPriority({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It ends anyway, only less discreetly.
  }
}

function exitOf(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

function publish(outDir: string, wanted: string): void {
  try {
    renameSync(outDir, wanted);
  } catch (error) {
    rmSync(outDir, { recursive: true, force: true });
    if (!existsSync(wanted)) throw error;
  }
}

function failureOf(logFile: string | null): string {
  const cause = logFile === null ? '' : ` La cause est dans ${logFile}.`;
  return `L’explorateur n’a pas pu être préparé ; le graphe répond quand même.${cause}`;
}
