import { spawn } from 'node:child_process';

/** An account of the system under which PostgreSQL's programs are run. */
export type Account = { name: string; uid: number; gid: number };

const INHERITED = ['PATH', 'SystemRoot', 'TEMP', 'TMP'];

/**
 * What PostgreSQL's programs inherit: no `PG…` variable (PGDATA, PGOPTIONS would change the cluster), no
 * LD_LIBRARY_PATH (it wins over the libraries of the package), English messages whatever the system speaks.
 * The working folder is `/`: the account may be unable to enter the current one.
 */
export function surroundings(account: Account | undefined): {
  env: NodeJS.ProcessEnv;
  cwd?: string;
  uid?: number;
  gid?: number;
} {
  const inherited = INHERITED.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    env: { ...Object.fromEntries(inherited), LC_ALL: 'C', TZ: 'UTC' },
    ...(process.platform === 'win32' ? {} : { cwd: '/' }),
    ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }),
  };
}

/** What a program said and how it ended; `code` is null when it could not be started or was killed. */
export type RunResult = { code: number | null; output: string };

/** Runs a program to its end. Never rejects: a program that cannot be started is a result too. */
export function runProgram(file: string, args: string[], account?: Account): Promise<RunResult> {
  return new Promise((resolve) => {
    try {
      const child = spawn(file, args, { ...surroundings(account), stdio: ['ignore', 'pipe', 'pipe'] });
      let output = '';
      const collect = (chunk: Buffer): void => {
        output += chunk.toString('utf8');
      };
      child.stdout.on('data', collect);
      child.stderr.on('data', collect);
      child.on('error', (error) => resolve({ code: null, output: error.message }));
      child.on('close', (code) => resolve({ code, output }));
    } catch (error) {
      resolve({ code: null, output: error instanceof Error ? error.message : String(error) });
    }
  });
}
