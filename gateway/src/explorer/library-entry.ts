/** An operation of the library as the explorer shows it. */
export type LibraryEntry = {
  /** Path below the operations folder, without extension: `cress/disputed-claims`. */
  readonly id: string;
  readonly persona: string;
  readonly title: string;
  readonly operation: string;
  /** The JSON text of its variables, null when it takes none. */
  readonly variables: string | null;
};
