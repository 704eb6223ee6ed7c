/** One figure of a table: a place where several sums may cross. Values and units are those of the whole table. */
export type SecrecyCell = {
  readonly key: string;
  /** An integer, never negative, in the unit of the table; null when the producer hid it and we do not know it. */
  readonly value: number | null;
  /** Contributors (legal units); null when unknown: the producer’s flag alone then makes the cell primary. */
  readonly units: number | null;
  /** Value of the largest contributor. */
  readonly largest: number | null;
  readonly hiddenByProducer: boolean;
  /** Hidden in an earlier vintage: stays hidden, costs nothing, and is kept from being determined where that can be. */
  readonly mustStayHidden: boolean;
  /** Factor of the cost, 0 to 1, for cells hidden last time. */
  readonly discount?: number;
  /** Identity of the only contributor, when known. */
  readonly holder?: string | null;
};

/** `value(total) = Σ value(parts)`; without parts it says nothing. */
export type Relation = {
  readonly total: string;
  readonly parts: readonly string[];
  /** The axis along which it sums. Large tables are bounded by the slices that the axes cut; without it, by nothing. */
  readonly dimension?: string;
};

export type SecrecyTable = {
  readonly cells: readonly SecrecyCell[];
  readonly relations: readonly Relation[];
  /**
   * What one (a job, an establishment) is worth in the unit of the table, 1 unless told: 10 where some figure is told in
   * tenths. The floor of ±1 is that one, and not the tenth.
   */
  readonly one?: number;
};

/** What the reader knows of a hidden cell. Zeros are always published: the stronger reader draws the conclusion. */
export type Reader = 'NON_NEGATIVE' | 'AT_LEAST_ONE';

export type Reason = 'FREQUENCY' | 'DOMINANCE' | 'PRODUCER' | 'SECONDARY' | 'EARLIER';

export type Protection = {
  readonly hidden: ReadonlyMap<string, Reason>;
  readonly status: 'OPTIMAL' | 'BOUNDED' | 'FALLBACK' | 'NOTHING_TO_HIDE';
  /** What the secondary suppressions lose: their values, each with 0.01 more; gap = (cost − bound) / cost. */
  readonly cost: number;
  /** No safe pattern costs less. */
  readonly bound: number;
  /** Share of the value of all known cells, each counted once, margins included, that stays published. */
  readonly valueShare: number;
  /** Primary cells that no pattern protects: the caller refuses to publish. */
  readonly unprotectable: readonly string[];
};

export type SecrecyAudit = {
  /** Hidden cells whose value follows from what is published. */
  readonly determined: readonly string[];
  /** Primary cells bounded more closely than ±15 % or ±1; null where the reader has no bound. */
  readonly narrow: readonly {
    readonly key: string;
    readonly low: number | null;
    readonly high: number | null;
  }[];
  /** [known, recovered]: the only contributor of the first cell computes the second, which is not his. */
  readonly ties: readonly (readonly [string, string])[];
  readonly checkedCells: number;
};

/** Published sums that no table of values can satisfy: a fault of the data, to be mended before anything is hidden. */
export class ContradictionError extends Error {
  override readonly name = 'ContradictionError';
  readonly relation: Relation;

  constructor(relation: Relation) {
    super(`The parts of ${relation.total} contradict it`);
    this.relation = relation;
  }
}
