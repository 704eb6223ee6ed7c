import { createLog, type Log } from '@graphess/subgraph-kit';

/** A log as production writes it, kept in memory: its raw text, and the lines of one message. */
export type CapturedLog = {
  readonly log: Log;
  text(): string;
  lines(message: string): Record<string, unknown>[];
  clear(): void;
};

export function capturedLog(level = 'debug'): CapturedLog {
  let written: string[] = [];
  const log = createLog({
    name: 'test',
    level,
    pretty: false,
    to: { write: (line) => written.push(line) },
  });
  return {
    log,
    text: () => written.join(''),
    lines: (message) =>
      written.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === message),
    clear() {
      written = [];
    },
  };
}
