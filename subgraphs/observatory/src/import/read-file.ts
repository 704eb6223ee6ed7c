import type { Readable } from 'node:stream';
import { type FileLayout, LAYOUTS, layoutOf } from './file-layouts.ts';
import type { Header } from './header.ts';
import { readLines } from './read-lines.ts';
import { rowProblem } from './row-problem.ts';
import type { ReadItem, RowProblem } from './source-cell.ts';

export type ReadOptions = {
  /** The form that the file must have, or those that it may have; told from its header when not given. */
  layout?: FileLayout | readonly FileLayout[] | undefined;
  /** Its name, with which it may tell the level of its activities. */
  fileName: string;
  signal?: AbortSignal | undefined;
  /** Ids of territories that are known and not kept: their lines are put aside. */
  elsewhere?: ReadonlySet<string> | undefined;
  /** Told the form of the file and its header, before its first line. */
  onLayout?: ((layout: FileLayout, header: Header) => void) | undefined;
};

const NOWHERE: ReadonlySet<string> = new Set();

/**
 * Reads a statistical file as it comes, in bounded memory. Never throws for what the file contains: that is a problem,
 * with its line and column ({@link readLines}).
 */
export function readFile(
  source: Readable,
  { layout, fileName, signal, elsewhere = NOWHERE, onLayout }: ReadOptions,
): AsyncGenerator<ReadItem, void, undefined> {
  return readLines(source, {
    fileName,
    signal,
    open(header, name) {
      const found = typeof layout === 'string' ? layout : layoutOf(header, layout);
      if (found === null) return [unknownLayout(header)];
      onLayout?.(found, header);
      return LAYOUTS[found].open(header, { fileName: name, elsewhere });
    },
  });
}

function unknownLayout({ line, written }: Header): RowProblem {
  const message =
    'Les colonnes ne sont pas celles d’un fichier attendu (FLORES, Urssaf, ou le modèle des producteurs).';
  return rowProblem(line, null, 'LAYOUT_UNKNOWN', message, written.join(' '));
}
