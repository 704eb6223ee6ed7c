/**
 * Keys of lines that were read, two parts each, in little memory: the second parts are few, and each takes one bit. A
 * layout whose lines add up would count a line given twice as two.
 */
export class SeenLines {
  readonly #rankOf = new Map<string, number>();
  readonly #seen = new Map<string, Uint32Array>();

  /** Remembers a key, and says whether it was already there. */
  again(first: string, second: string): boolean {
    let rank = this.#rankOf.get(second);
    if (rank === undefined) {
      rank = this.#rankOf.size;
      this.#rankOf.set(second, rank);
    }
    const word = rank >>> 5;
    const bit = 1 << (rank & 31);
    let bits = this.#seen.get(first);
    if (bits === undefined || bits.length <= word) {
      const longer = new Uint32Array(Math.max(8, (word + 1) * 2));
      if (bits !== undefined) longer.set(bits);
      this.#seen.set(first, longer);
      bits = longer;
    }
    const current = bits[word] ?? 0;
    bits[word] = current | bit;
    return (current & bit) !== 0;
  }
}
