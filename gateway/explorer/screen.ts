/** True where the editor and the answer do not fit side by side; explorer.css has the same width. */
export const isNarrow = (): boolean => window.matchMedia('(max-width: 760px)').matches;
