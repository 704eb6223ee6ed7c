/** What published laureates tell of an organisation. */
export type Profile = {
  id: string;
  name: string;
  /** Territories where its projects act, each with those it lies wholly in. */
  places: readonly { id: string; name: string; within: readonly string[] }[];
  themes: readonly { code: string; label: string }[];
  /** Titles, summaries and what was funded, folded. */
  text: string;
  /** The French stems of that text. */
  stems: readonly string[];
};
