import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { LocalPostgres } from './join.ts';

/** Another process that uses the server of a folder, until it is told to leave or is killed. */
export type JoiningProcess = Omit<LocalPostgres, 'release'> & {
  leave(): Promise<void>;
  kill(): Promise<void>;
};

/** Starts a process that joins the server of `dir`, and waits until it has. */
export async function startJoiningProcess(dir: string): Promise<JoiningProcess> {
  const program = fileURLToPath(new URL('./joining-program.fixture.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, dir], { stdio: 'pipe' });
  const joined: Omit<LocalPostgres, 'release'> = JSON.parse(await firstLine(child));
  const ended = once(child, 'exit');
  return {
    ...joined,
    leave: async () => {
      child.stdin.write('leave\n');
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    let complaint = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      if (output.includes('\n')) resolve(output.split('\n')[0] ?? '');
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      complaint += chunk.toString('utf8');
    });
    child.once('exit', () => reject(new Error(`The process ended before it joined: ${complaint}`)));
  });
}
