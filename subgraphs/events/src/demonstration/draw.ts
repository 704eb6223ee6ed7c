/** Numbers in [0, 1). */
export type Random = () => number;

/** One element of a list. @throws RangeError when the list is empty. */
export function pick<Value>(random: Random, values: readonly Value[]): Value {
  return pickWeighted(
    random,
    values.map((value) => [value, 1] as const),
  );
}

/** One element, each as likely as its weight is heavy. @throws RangeError when the list is empty. */
export function pickWeighted<Value>(random: Random, values: readonly (readonly [Value, number])[]): Value {
  let rest = random() * values.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of values) {
    rest -= weight;
    if (rest < 0) return value;
  }
  throw new RangeError('Nothing to pick from');
}
