import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const HIDDEN = 'hidden';

/**
 * Tells one run of a process from any later process of the same number: `<pid> <start>`, where `start` is the
 * kernel's on Linux and `ps`'s on macOS. Undefined when the process is dead or a zombie (a container whose
 * first process reaps nobody keeps zombies for ever).
 */
export function processStamp(pid: number): string | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0 || !answersToSignals(pid)) return undefined;
  const start = process.platform === 'linux' ? linuxStart(pid) : posixStart(pid);
  return start === undefined ? undefined : `${pid} ${start}`;
}

/** Whether the process that `stamp` names still runs. */
export function isStampAlive(stamp: string): boolean {
  const current = processStamp(Number.parseInt(stamp, 10));
  return current !== undefined && (current === stamp || current.endsWith(HIDDEN) || stamp.endsWith(HIDDEN));
}

/** The program that a process runs and its whole command line; both empty for a zombie. */
type Command = { program: string; line: string };

/** What a process runs; undefined when there is no such process or the system does not tell. */
export function commandOf(pid: number): Command | undefined {
  if (process.platform === 'win32' || !Number.isSafeInteger(pid)) return undefined;
  try {
    if (process.platform !== 'linux') return { program: ps(pid, 'comm='), line: ps(pid, 'command=') };
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return { program: words[0] ?? '', line: words.join(' ').trim() };
  } catch {
    return undefined;
  }
}

function answersToSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function linuxStart(pid: number): string | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return answersToSignals(pid) ? HIDDEN : undefined;
  }
  // The second field is a free text in brackets; state is the third field and start time the 22nd.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}

function posixStart(pid: number): string | undefined {
  if (process.platform === 'win32') return HIDDEN;
  try {
    return ps(pid, 'state=').startsWith('Z') ? undefined : ps(pid, 'lstart=');
  } catch {
    return answersToSignals(pid) ? HIDDEN : undefined;
  }
}

function ps(pid: number, column: string): string {
  return execFileSync('ps', ['-o', column, '-p', String(pid)], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  }).trim();
}
