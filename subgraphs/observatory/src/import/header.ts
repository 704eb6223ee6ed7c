import { foldedName } from './column-name.rules.ts';
import { rowProblem } from './row-problem.ts';
import type { RowProblem } from './source-cell.ts';

/** Columns of a file: their names as written, and as they are compared. */
export type Header = {
  readonly line: number;
  readonly written: readonly string[];
  readonly names: readonly string[];
};

/**
 * A column that a layout reads: every name that it goes by, folded, and whether the file must have it. `shown` is how its
 * files write it.
 */
export type Column = { readonly names: readonly string[]; readonly required?: true; readonly shown?: string };

/** Where each column of a layout is in a file; -1 for one that the file does not have. */
export type Places<Name extends string> = Readonly<Record<Name, number>>;

export function headerOf(line: number, fields: readonly string[]): Header {
  const written = fields.map((field) => field.replace(/\s+/g, ' ').trim());
  return { line, written, names: written.map(foldedName) };
}

/**
 * Where the columns of a layout are, or what is wrong with the header, all at once: a column that is missing, there
 * twice, or unknown to the layout. `passes` tells columns that are known and not read.
 */
export function placesOf<Name extends string>(
  header: Header,
  columns: Readonly<Record<Name, Column>>,
  passes: (name: string) => boolean,
): { places: Places<Name>; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const at = (index: number) => header.written[index] ?? '';
  const read = new Set<number>();
  const entries = Object.entries<Column>(columns).map(
    ([name, { names, required, shown = names[0] ?? name }]) => {
      const found = header.names.flatMap((each, index) => (names.includes(each) ? [index] : []));
      for (const index of found) read.add(index);
      const [first = -1, second] = found;
      if (second !== undefined) {
        problems.push(
          rowProblem(
            header.line,
            at(second),
            'COLUMN_TWICE',
            `Deux colonnes disent la même chose : « ${at(first)} » et « ${at(second)} ».`,
            at(second),
          ),
        );
      }
      if (first < 0 && required) {
        const message = `La colonne « ${shown} » manque.`;
        problems.push(rowProblem(header.line, shown, 'COLUMN_MISSING', message, null));
      }
      return [name, first];
    },
  );
  header.names.forEach((name, index) => {
    if (read.has(index) || name === '') return;
    if (!passes(name)) {
      const message = `La colonne « ${at(index)} » n’est pas connue : retirez-la, ou corrigez son nom.`;
      problems.push(rowProblem(header.line, at(index), 'COLUMN_UNKNOWN', message, at(index)));
    } else if (header.names.indexOf(name) !== index) {
      const message = `La colonne « ${at(index)} » est là deux fois.`;
      problems.push(rowProblem(header.line, at(index), 'COLUMN_TWICE', message, at(index)));
    }
  });
  return { places: Object.fromEntries(entries) as Places<Name>, problems };
}
