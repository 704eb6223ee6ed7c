/** Where a cell lies in a table of one indicator and one year. */
export type Place = { readonly territory: string; readonly breakdown: string };

/** A figure of such a table. `value` is null when nobody told it. */
export type CubeCell = Place & {
  readonly value: number | null;
  readonly status: string;
  /** Contributors, and the largest one’s value; null when the producer does not say. */
  readonly units: number | null;
  readonly largest: number | null;
};

/** The communes of each larger territory, on the day of geography of a vintage: `EPT:…` → `COM:…`, all of them. */
export type Geography = ReadonlyMap<string, readonly string[]>;

/** A text that tells a place from all others of its table. */
export function placeKey({ territory, breakdown }: Place): string {
  return breakdown === '' ? territory : `${territory}/${breakdown}`;
}
