import type { Log } from '../log.ts';
import { describeError } from '../mask.ts';
import type { JournalEntry } from './journal.ts';

export type CountedRefusals = {
  /**
   * Writes the refusal down, or counts it with those of the same window. Resolves once the first of a window is written,
   * a second later at most; never rejects.
   */
  refused(entry: JournalEntry, window: string): Promise<void>;
  /** Ends every window: writes what was counted and not yet told, and waits for what is being written. */
  flush(): Promise<void>;
};

type Window = { entry: JournalEntry; counted: number; timer: NodeJS.Timeout };

const WINDOW_MS = 60_000;
/** A flood from more actors or networks than this is counted as one. */
const MAX_WINDOWS = 500;
const ELSEWHERE = 'elsewhere';
/** Whoever is refused does not wait for a journal that somebody else holds. */
const MAX_WAIT_MS = 1_000;

/**
 * Journals refusals without letting whoever is refused fill the journal: the first of a window at once, the others of the
 * same minute together, in one row whose `count` says how many. Rows are written one after the other, on one connection.
 */
export function countedRefusals(append: (entry: JournalEntry) => Promise<void>, log: Log): CountedRefusals {
  const windows = new Map<string, Window>();
  const waiting = new Set<string>();
  let written: Promise<void> = Promise.resolve();
  let flushing = false;
  let gaveUp = false;

  const write = (name: string, entry: JournalEntry, count: number): Promise<void> => {
    waiting.add(name);
    written = written.then(async () => {
      waiting.delete(name);
      if (gaveUp) return;
      try {
        await append({ ...entry, details: { ...entry.details, count } });
      } catch (error) {
        // A stop does not wait for as many failures as there are windows.
        gaveUp = flushing;
        const window = windows.get(name);
        if (window !== undefined) window.counted += count;
        const { requestId, target } = entry;
        log.error({ requestId, target, count, ...describeError(error) }, 'a refusal is not journalled');
      }
    });
    return written;
  };

  const open = (name: string, entry: JournalEntry, counted = 0) => {
    const timer = setTimeout(() => end(name), WINDOW_MS);
    timer.unref();
    windows.set(name, { entry, counted, timer });
  };

  const end = (name: string) => {
    const window = windows.get(name);
    if (window === undefined) return;
    clearTimeout(window.timer);
    windows.delete(name);
    // While the journal is slow, what waits for it is bounded by the number of windows.
    if (waiting.has(name) && !flushing) return open(name, window.entry, window.counted);
    if (window.counted === 0) return;
    // The row now written is this minute's: what follows waits for the next one.
    if (!flushing) open(name, window.entry);
    void write(name, window.entry, window.counted);
  };

  return {
    async refused(given, own) {
      const full = windows.size >= MAX_WINDOWS && !windows.has(own);
      const entry = full ? ofTheCrowd(given) : given;
      const name = full ? `${ELSEWHERE} ${entry.action} ${entry.details?.['reason'] ?? ''}` : own;
      const window = windows.get(name);
      if (window !== undefined) {
        window.counted += 1;
        window.entry = entry;
        return;
      }
      open(name, entry);
      await atMost(MAX_WAIT_MS, write(name, entry, 1));
    },

    async flush() {
      flushing = true;
      for (const name of [...windows.keys()]) end(name);
      await written;
      flushing = false;
      gaveUp = false;
    },
  };
}

/** A row about many tells no one of them. */
function ofTheCrowd({ action, requestId, details = {} }: JournalEntry): JournalEntry {
  const { reason } = details;
  return {
    action,
    actorKind: 'visitor',
    actor: null,
    target: null,
    requestId,
    details: { ...(reason === undefined ? {} : { reason }), network: ELSEWHERE },
  };
}

async function atMost(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
