/**
 * The fewest applications that are not public in a cell that tells of them. Five is our choice, above the three units that
 * INSEE asks of figures on enterprises (« Guide du secret statistique »): a département has few structures of a kind.
 */
export const FEWEST = 5;

/** The applications of an edition that are not public, in all and in each cell of one breakdown of them. */
export type Unpublished = {
  /** Whether the edition no longer moves: it is closed, and every application is decided. */
  settled: boolean;
  total: number;
  /** By key, of every key that there may be: a key that nobody answered counts zero. */
  cells: ReadonlyMap<string, number>;
  /** Applications that fit no key. */
  elsewhere: number;
};

/** Whether the number of applications of an edition may be told. */
export function tellsTotal({ settled, total }: Pick<Unpublished, 'settled' | 'total'>): boolean {
  return settled && total >= FEWEST;
}

/**
 * Whether a breakdown of an edition may be told: wholly or not at all. What is hidden is then never the difference of what
 * is shown: a reader of a hidden breakdown knows no more of a cell than the total, whatever the rule lets them suppose.
 */
export function tellsBreakdown({ cells, elsewhere, ...edition }: Unpublished): boolean {
  const all = [...cells.values()];
  return (
    tellsTotal(edition) &&
    all.length > 0 &&
    all.every((count) => count >= FEWEST) &&
    (elsewhere === 0 || elsewhere >= FEWEST)
  );
}
