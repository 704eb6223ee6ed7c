import type { Header } from './header.ts';
import type { Aside, ReadItem, RowProblem } from './source-cell.ts';
import type { SourceRow } from './source-row.ts';

/** Reads the lines of one file, one after the other. */
export type RowReader<Item = ReadItem> = {
  read(row: SourceRow): (Item | Aside)[];
  /** What is wrong with the file as a whole, once its last line is read. */
  end?(): RowProblem[];
};

/** What a layout knows of a file beside its header. */
export type LayoutContext = {
  /** The name of the CSV itself. */
  readonly fileName: string;
  /** Ids of territories that are known and not kept: their lines are put aside. */
  readonly elsewhere: ReadonlySet<string>;
};

/** A form that statistical files come in. */
export type Layout = {
  /** Whether a header is of this form. */
  recognises(header: Header): boolean;
  /** A reader for a file with this header, or what is wrong with the header. */
  open(header: Header, context: LayoutContext): RowReader | RowProblem[];
};
