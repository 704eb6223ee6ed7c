import { cellsLayout } from './cells.layout.ts';
import { floresLayout } from './flores.layout.ts';
import type { Header } from './header.ts';
import type { Layout } from './layout.ts';
import { urssafEssLayout } from './urssaf-ess.layout.ts';
import { urssafWideLayout } from './urssaf-wide.layout.ts';

/** The forms of statistical files that are read; `CELLS` is the one of producers (docs/import.md). */
export type FileLayout = 'FLORES' | 'URSSAF_WIDE' | 'URSSAF_ESS' | 'CELLS';

/**
 * Whether several lines of a file may each give a part of one cell. Equal cells of such a file add up, with their units;
 * in any other file the same cell given twice is a mistake.
 */
export const AGGREGATES: Readonly<Record<FileLayout, boolean>> = {
  FLORES: false,
  URSSAF_WIDE: true,
  URSSAF_ESS: true,
  CELLS: false,
};

export const LAYOUTS: Readonly<Record<FileLayout, Layout>> = {
  FLORES: floresLayout,
  URSSAF_WIDE: urssafWideLayout,
  URSSAF_ESS: urssafEssLayout,
  CELLS: cellsLayout,
};

const EVERY = Object.keys(LAYOUTS) as readonly FileLayout[];

/** The form that a header is of, among some; null when it is of none. */
export function layoutOf(header: Header, among: readonly FileLayout[] = EVERY): FileLayout | null {
  return among.find((name) => LAYOUTS[name].recognises(header)) ?? null;
}
