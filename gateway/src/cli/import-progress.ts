/** How far a file is read. */
export type FileProgress = { readonly bytes: number; readonly lines: number; readonly size: number };

type Screen = { readonly isTTY?: boolean; write(text: string): unknown };

const BAR_WIDTH = 24;
const BETWEEN_DRAWINGS_MS = 100;
/** A log is no screen: a line now and then tells that the program lives. */
const BETWEEN_LINES_MS = 5_000;

const number = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });
const decimal = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Tells a reading on a terminal, where the line is drawn again, or in plain lines. */
export function fileProgress(screen: Screen, now: () => number) {
  const startedAt = now();
  let toldAt = screen.isTTY ? Number.NEGATIVE_INFINITY : startedAt;
  let last: FileProgress | null = null;
  let said = '';
  const write = (progress: FileProgress) => {
    const text = progressLine(progress, (now() - startedAt) / 1000, screen.isTTY === true);
    screen.write(screen.isTTY ? `\r\u001b[2K${text}` : `${text}\n`);
  };
  return {
    tell(progress: FileProgress): void {
      last = progress;
      if (now() - toldAt < (screen.isTTY ? BETWEEN_DRAWINGS_MS : BETWEEN_LINES_MS)) return;
      toldAt = now();
      write(progress);
    },
    /** The reading is over: what is done next, once for each sentence that changes. */
    say(sentence: string): void {
      this.end();
      if (sentence === said) return;
      said = sentence;
      screen.write(`${sentence}\n`);
    },
    end(): void {
      if (last !== null) write(last);
      if (last !== null && screen.isTTY) screen.write('\n');
      last = null;
    },
  };
}

/** `[████    ] 50 %  12,0 Mo  123 456 lignes  4 567 lignes/s`. The bar is for a terminal. */
export function progressLine({ bytes, lines, size }: FileProgress, seconds: number, bar: boolean): string {
  const share = size === 0 ? 1 : Math.min(1, bytes / size);
  const full = Math.round(share * BAR_WIDTH);
  return [
    ...(bar ? [`[${'█'.repeat(full)}${' '.repeat(BAR_WIDTH - full)}]`] : []),
    `${number.format(Math.floor(share * 100)).padStart(3)} %`,
    `${decimal.format(bytes / 1e6)} Mo`,
    `${number.format(lines)} lignes`,
    `${number.format(seconds > 0 ? lines / seconds : 0)} lignes/s`,
  ].join('  ');
}
