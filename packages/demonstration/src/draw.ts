/** Numbers in [0, 1), one at each call. */
export type Random = () => number;

/** One element of a list that is not empty. @throws RangeError when it is. */
export function pick<Value>(random: Random, values: readonly Value[]): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError('Nothing to pick from');
  return value;
}

/** One element, each as likely as its weight is heavy. Weights are positive; @throws RangeError without any. */
export function pickWeighted<Value>(random: Random, values: readonly (readonly [Value, number])[]): Value {
  let rest = random() * values.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of values) {
    rest -= weight;
    if (rest < 0) return value;
  }
  throw new RangeError('Nothing to pick from');
}

/** `count` distinct elements (all of them when there are fewer), in the order of the list. */
export function pickSome<Value>(random: Random, values: readonly Value[], count: number): Value[] {
  const chosen = values
    .map((value, index) => ({ value, index, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count);
  return chosen.sort((a, b) => a.index - b.index).map(({ value }) => value);
}

/** A whole number from `least` to `most`, small ones more often than large ones, as sizes of firms are. */
export function pickSize(random: Random, least: number, most: number): number {
  return least + Math.floor(random() ** 2 * (most - least + 1));
}
