import type { ExportHead, ExportRow } from './export-row.ts';

export type FormatWriter = {
  extension: string;
  mediaType: string;
  /** Why this format cannot hold such a file, in French; null when it can. */
  refusal(head: ExportHead): string | null;
  /**
   * The bytes of the file, as rows come: memory does not grow with their number, a slow reader slows the rows down, and a
   * reader that leaves (`return()`) closes them. Throws `FormatRefused` before the first byte when there is a `refusal`,
   * and at the row that makes a file of more rows than were announced impossible.
   */
  write(head: ExportHead, rows: AsyncIterable<ExportRow>): AsyncIterable<Uint8Array>;
};

/** A file that its format cannot hold; the message is French, for whoever asked. */
export class FormatRefused extends Error {
  override name = 'FormatRefused';
}
