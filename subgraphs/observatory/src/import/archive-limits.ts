import { UnreadableFile } from './row-problem.ts';

const GIB = 1024 ** 3;
export const LARGEST_ARCHIVE = GIB;
const LARGEST_CONTENT = 8 * GIB;
/** What is smaller than this is never a bomb, however well it was packed. */
const HARMLESS = 16 * 1024 ** 2;
/** Statistical files repeat themselves and pack 20 to 50 times; a bomb, 1 000 times. */
const HIGHEST_RATIO = 200;

/** Throws UnreadableFile when so many bytes out of so many packed ones are no honest file. */
export function checkRatio(unpacked: number, packed: number): void {
  const bomb = unpacked > HARMLESS && unpacked > packed * HIGHEST_RATIO;
  if (unpacked <= LARGEST_CONTENT && !bomb) return;
  throw new UnreadableFile(
    1,
    'ARCHIVE_TOO_LARGE',
    'L’archive contient bien plus que son poids ne l’annonce, ou plus de 8 Gio : elle n’est pas ouverte.',
  );
}
