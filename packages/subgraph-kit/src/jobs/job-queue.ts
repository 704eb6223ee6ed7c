import { randomUUID } from 'node:crypto';
import { type JobWithMetadata, PgBoss, type Queue } from 'pg-boss';
import type { EntityManager } from 'typeorm';
import type { Clock } from '../clock.ts';
import { jobSchemaOf } from '../database/roles.ts';
import type { Log } from '../log.ts';
import { describeError } from '../mask.ts';
import type { FileStorage } from '../storage/file-storage.ts';
import { type BossDatabase, poolDatabase, transactionDatabase } from './boss-database.ts';
import type { Job, JobData, JobRun } from './job.ts';

export type EnqueueOptions = {
  /** While a job of this key waits or runs, no second one is made. */
  readonly singletonKey?: string;
};

/** Asks for a job, in the transaction of `tx`: what is rolled back was never asked. Its id, null for a second one. */
export type Enqueue = (
  tx: EntityManager,
  name: string,
  data: JobData,
  options?: EnqueueOptions,
) => Promise<string | null>;

export type JobQueue = {
  readonly enqueue: Enqueue;
  /** Takes jobs from now on, and asks for those that have a schedule. */
  work(): Promise<void>;
  /** Runs what waits, one after the other, until nothing does; for tests and commands. How many runs it took. */
  runAll(): Promise<number>;
  /** Has the jobs of dead processes taken again, as a working process does every few seconds. */
  reclaim(): Promise<void>;
  stop(): Promise<void>;
};

type Settings = {
  subgraph: string;
  jobs: readonly Job[];
  background: EntityManager;
  storage: FileStorage;
  clock: Clock;
  log: Log;
};

const RETRY_LIMIT = 3;
const EXPIRE_SECONDS = 900;
/** A process that said nothing for so long is dead. */
const HEARTBEAT_SECONDS = 30;
const POLL_SECONDS = 1;
const SCHEDULED_POLL_SECONDS = 30;
const SUPERVISE_SECONDS = 15;
const STOP_MS = 20_000;

/** What a job that was given up becomes, where somebody wants to be told. */
const givenUp = (name: string) => `${name}.failed`;

/** The jobs of a subgraph in PostgreSQL. Holds no connection and asks nothing until it is first used. */
export function jobQueue({ subgraph, jobs, background, storage, clock, log }: Settings): JobQueue {
  const pool = poolDatabase(background);
  const stopping = new AbortController();
  const sender = lazily(() => startBoss(subgraph, pool, log, { schedule: false, supervise: false }, jobs));
  const worker = lazily(() => startBoss(subgraph, pool, log, { schedule: true, supervise: true }, jobs));
  const queues = jobs.flatMap((job) => [
    { name: job.name, job, handler: job.handler },
    ...(job.onFailed ? [{ name: givenUp(job.name), job, handler: job.onFailed }] : []),
  ]);

  const perform = async (
    handler: Job['handler'],
    { name, id, data, retryCount, signal }: JobWithMetadata<JobData>,
  ): Promise<void> => {
    const run: JobRun = {
      id,
      data: data ?? {},
      db: background,
      storage,
      log,
      now: clock(),
      attempt: retryCount + 1,
      signal: AbortSignal.any([stopping.signal, signal]),
    };
    try {
      await handler(run);
    } catch (error) {
      log.warn({ job: name, jobId: id, attempt: run.attempt, ...describeError(error) }, 'job failed');
      // The library keeps what it is thrown in its table: no message, which may quote a value.
      throw new Error('The job failed: see the log');
    }
  };

  return {
    async enqueue(tx, name, data, { singletonKey } = {}) {
      if (!jobs.some((job) => job.name === name))
        throw new RangeError(`${subgraph} has no job named ${name}`);
      const boss = await sender.get();
      return boss.send(name, data, {
        db: transactionDatabase(tx),
        // The queue takes one waiting or running job of each key.
        singletonKey: singletonKey ?? randomUUID(),
      });
    },

    async work() {
      if (jobs.length === 0) return;
      const boss = await worker.get();
      for (const { name, job, handler } of queues) {
        await boss.work(
          name,
          {
            includeMetadata: true as const,
            pollingIntervalSeconds: job.schedule ? SCHEDULED_POLL_SECONDS : POLL_SECONDS,
          },
          async ([each]: JobWithMetadata<JobData>[]) => {
            if (each) await perform(handler, each);
          },
        );
        if (job.schedule && name === job.name) await boss.schedule(name, job.schedule, {}, { tz: PARIS });
      }
    },

    async runAll() {
      const boss = await sender.get();
      let runs = 0;
      for (let before = -1; before !== runs; ) {
        before = runs;
        for (const { name, handler } of queues) runs += await drain(boss, name, handler, perform);
      }
      return runs;
    },

    async reclaim() {
      const boss = await sender.get();
      for (const { name } of queues) await boss.supervise(name, { reindex: false });
    },

    async stop() {
      stopping.abort(new Error('The program stops'));
      const started = [worker.started(), sender.started()];
      for (const boss of started) {
        await (await boss?.catch(() => undefined))?.stop({ close: false, timeout: STOP_MS });
      }
    },
  };
}

const PARIS = 'Europe/Paris';

async function drain(
  boss: PgBoss,
  name: string,
  handler: Job['handler'],
  perform: (handler: Job['handler'], job: JobWithMetadata<JobData>) => Promise<void>,
): Promise<number> {
  for (let runs = 0; ; runs += 1) {
    const [job] = await boss.fetch<JobData>(name, { includeMetadata: true, ignoreStartAfter: true });
    if (job === undefined) return runs;
    await perform(handler, { ...job, signal: new AbortController().signal }).then(
      () => boss.complete(name, job),
      () => boss.fail(name, job),
    );
  }
}

async function startBoss(
  subgraph: string,
  db: BossDatabase,
  log: Log,
  options: { schedule: boolean; supervise: boolean },
  jobs: readonly Job[],
): Promise<PgBoss> {
  const boss = new PgBoss({
    ...options,
    db,
    schema: jobSchemaOf(subgraph),
    // Tables are their owner's to make and to change.
    migrate: false,
    createSchema: false,
    reindex: false,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  });
  boss.on('error', (error) => log.warn({ subgraph, ...describeError(error) }, 'jobs'));
  await boss.start();
  for (const job of jobs) {
    const own = optionsOf(job);
    if (job.onFailed) await putQueue(boss, { ...own, policy: 'standard', name: givenUp(job.name) });
    await putQueue(boss, {
      ...own,
      name: job.name,
      ...(job.onFailed ? { deadLetter: givenUp(job.name) } : {}),
    });
  }
  return boss;
}

/** A queue as it is declared today, whatever it was. */
async function putQueue(boss: PgBoss, { name, ...options }: Queue): Promise<void> {
  const known = await boss.getQueue(name);
  if (known === null) return boss.createQueue(name, options);
  const { policy: _fixed, ...changeable } = options;
  await boss.updateQueue(name, changeable);
}

function optionsOf({ retryLimit = RETRY_LIMIT, expireInSeconds = EXPIRE_SECONDS }: Job) {
  return {
    policy: 'exclusive',
    retryLimit,
    expireInSeconds,
    retryDelay: 1,
    retryBackoff: true,
    heartbeatSeconds: HEARTBEAT_SECONDS,
  } satisfies Omit<Queue, 'name'>;
}

function lazily<Value>(make: () => Promise<Value>) {
  let made: Promise<Value> | undefined;
  return {
    started: () => made,
    get(): Promise<Value> {
      made ??= make().catch((error: unknown) => {
        made = undefined;
        throw error;
      });
      return made;
    },
  };
}
