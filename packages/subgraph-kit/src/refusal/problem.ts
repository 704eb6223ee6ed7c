/** One thing that stands in the way. `path` leads to the input field; the message is French. */
export type Problem = { code: string; message: string; path: readonly string[] | null };

export function problem(code: string, message: string, path: readonly string[] | null = null): Problem {
  return { code, message, path };
}

/** Keeps the problems among the results of conditions, so that a rule lists every one of them at once. */
export function collect(...conditions: readonly (Problem | false | null | undefined)[]): Problem[] {
  return conditions.filter((each): each is Problem => each !== false && each !== null && each !== undefined);
}
