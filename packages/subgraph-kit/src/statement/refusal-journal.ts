import type { JournalEntry } from '../journal/journal.ts';
import type { RefusalReason } from './verify-statement.ts';

export type RefusedStatement = {
  readonly reason: RefusalReason;
  /** What was asked for: a route's pattern, never the text of the request. */
  readonly target: string;
  readonly address: string;
  readonly requestId: string;
};

export type RefusalJournal = {
  refused(refusal: RefusedStatement): void;
  /** Writes what was counted and not yet told, and waits for what is being written. */
  stop(): Promise<void>;
};

/** A flood from more addresses than this is counted as one. */
const MAX_WINDOWS = 500;
const ELSEWHERE = 'elsewhere';

/**
 * Journals refusals without letting whoever is refused fill the journal: the first of a reason and network at once, the
 * others of the same minute together, in one row that counts them.
 */
export function refusalJournal(
  append: (entry: JournalEntry) => Promise<void>,
  options: { windowMs?: number } = {},
): RefusalJournal {
  const windowMs = options.windowMs ?? 60_000;
  const windows = new Map<string, { counted: number; last: RefusedStatement; timer: NodeJS.Timeout }>();
  const writing = new Set<Promise<void>>();

  const write = (refusal: RefusedStatement, network: string, count: number) => {
    const row = append({
      action: 'STATEMENT_REFUSED',
      actorKind: 'visitor',
      actor: null,
      target: refusal.target,
      requestId: refusal.requestId,
      details: { reason: refusal.reason, network, count },
    }).finally(() => writing.delete(row));
    writing.add(row);
  };

  const open = (key: string, network: string, last: RefusedStatement) => {
    const timer = setTimeout(() => close(key, network, true), windowMs);
    timer.unref();
    windows.set(key, { counted: 0, last, timer });
  };

  const close = (key: string, network: string, goesOn: boolean) => {
    const window = windows.get(key);
    if (window === undefined) return;
    clearTimeout(window.timer);
    windows.delete(key);
    if (window.counted === 0) return;
    write(window.last, network, window.counted);
    // The row just written is this minute's: what follows waits for the next one.
    if (goesOn) open(key, network, window.last);
  };

  return {
    refused(refusal) {
      const ownNetwork = networkOf(refusal.address);
      const ownKey = `${refusal.reason} ${ownNetwork}`;
      const full = windows.size >= MAX_WINDOWS && !windows.has(ownKey);
      const network = full ? ELSEWHERE : ownNetwork;
      const key = `${refusal.reason} ${network}`;
      const window = windows.get(key);
      if (window === undefined) {
        open(key, network, refusal);
        write(refusal, network, 1);
      } else {
        window.counted += 1;
        window.last = refusal;
      }
    },
    async stop() {
      for (const key of [...windows.keys()]) close(key, key.slice(key.indexOf(' ') + 1), false);
      await Promise.all(writing);
    },
  };
}

/** Where an address is from, without the machine: a journal is kept for long, and an address may be a person's. */
export function networkOf(address: string): string {
  const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(address);
  if (v4) return `${v4[1]}.0/24`;
  if (!/^[0-9a-f:.]+$/i.test(address) || !address.includes(':')) return 'unknown';
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return `${groups.slice(0, 3).join(':')}::/48`;
}
