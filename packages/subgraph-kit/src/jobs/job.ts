import type { EntityManager } from 'typeorm';
import type { Log } from '../log.ts';
import type { FileStorage } from '../storage/file-storage.ts';

/** What a job is told: ids and numbers, never anything of a person. It stays in the database for a week. */
export type JobData = Readonly<Record<string, string | number | boolean | null>>;

/** One run of a job. A job whose process died is run again: a handler must bear to be run twice. */
export type JobRun = {
  readonly id: string;
  readonly data: JobData;
  /** Connections that no request waits for. */
  readonly db: EntityManager;
  readonly storage: FileStorage;
  readonly log: Log;
  readonly now: Date;
  /** 1 for the first run. */
  readonly attempt: number;
  /** Aborted when the job has expired, or the program stops. */
  readonly signal: AbortSignal;
};

/** A kind of background work of a subgraph, done once by one of its processes. */
export type Job = {
  /** Unique in the subgraph: `prune-letters`. */
  readonly name: string;
  readonly handler: (run: JobRun) => Promise<void>;
  /** Told once of a job that was given up: every run failed, or the process that ran the last one died. */
  readonly onFailed?: (run: JobRun) => Promise<void>;
  /** Runs after the first that failed; 3 by default. */
  readonly retryLimit?: number;
  /** The longest run, in seconds; 15 minutes by default. */
  readonly expireInSeconds?: number;
  /** When to run it without being asked, as a cron expression in Paris time: `15 3 * * *`. */
  readonly schedule?: string;
};

const NAME = /^[a-z][a-z0-9-]{0,40}$/;

/** Throws RangeError on jobs that could not be told apart, or that would never end. */
export function checkJobs(subgraph: string, jobs: readonly Job[]): void {
  const names = new Set<string>();
  for (const { name, retryLimit = 0, expireInSeconds = 1 } of jobs) {
    if (!NAME.test(name)) throw new RangeError(`${subgraph} declares a job with an odd name: ${name}`);
    if (names.has(name)) throw new RangeError(`${subgraph} declares a job twice: ${name}`);
    if (!(Number.isInteger(retryLimit) && retryLimit >= 0 && Number.isInteger(expireInSeconds)))
      throw new RangeError(`${subgraph} declares a job without limits: ${name}`);
    if (expireInSeconds < 1 || expireInSeconds >= 24 * 3_600)
      throw new RangeError(`${subgraph} declares a job that never ends: ${name}`);
    names.add(name);
  }
}
