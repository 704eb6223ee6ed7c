/** An exact number, in lowest terms; `of` is above zero. Scores are added and divided without rounding, so that ties are ties. */
export type Fraction = { readonly over: bigint; readonly of: bigint };

export const ZERO: Fraction = { over: 0n, of: 1n };

export function fraction(over: bigint, of = 1n): Fraction {
  if (of === 0n) throw new RangeError('A fraction of zero parts');
  const divisor = greatestDivisor(over, of) * (of < 0n ? -1n : 1n);
  return { over: over / divisor, of: of / divisor };
}

/** An exact decimal, as PostgreSQL writes a `numeric`: `0.25`. */
export function decimal(text: string): Fraction {
  const [whole = '', part = ''] = text.split('.');
  return fraction(BigInt(whole + part), 10n ** BigInt(part.length));
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.over * b.of + b.over * a.of, a.of * b.of);
export const minus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.over * b.of - b.over * a.of, a.of * b.of);
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.over, a.of * b.of);
export const dividedBy = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.of, a.of * b.over);

/** Below zero, zero or above it, as `Array.sort` wants. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.over * b.of - b.over * a.of;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function sum(values: readonly Fraction[]): Fraction {
  return values.reduce(plus, ZERO);
}

/** The mean of at least one value. */
export function mean(values: readonly Fraction[]): Fraction {
  return dividedBy(sum(values), fraction(BigInt(values.length)));
}

/** For people: rounded to four decimals. */
export function rounded({ over, of }: Fraction): number {
  const scaled = over * 20_000n + (over < 0n ? -of : of);
  return Number(scaled / (2n * of)) / 10_000;
}

export function leastMultiple(numbers: readonly bigint[]): bigint {
  return numbers.reduce((multiple, each) => (multiple / greatestDivisor(multiple, each)) * each, 1n);
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [one, other] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (other !== 0n) [one, other] = [other, one % other];
  return one === 0n ? 1n : one;
}
