const BYTES_AT_ONCE = 8_192;
/** A position takes at most eight bytes of seven bits, and the status one. */
const LONGEST_ENTRY = 9;

/** Positions and small numbers, in two or three bytes each where positions follow one another. */
export class StatusTape {
  #full: Uint8Array[] = [];
  #bytes = new Uint8Array(BYTES_AT_ONCE);
  #end = 0;
  #last = 0;

  add(position: number, status: number): void {
    if (this.#end + LONGEST_ENTRY > BYTES_AT_ONCE) {
      this.#full.push(this.#bytes.subarray(0, this.#end));
      this.#bytes = new Uint8Array(BYTES_AT_ONCE);
      this.#end = 0;
    }
    let step = unsigned(position - this.#last);
    this.#last = position;
    while (step >= 0x80) {
      this.#put((step % 0x80) | 0x80);
      step = Math.floor(step / 0x80);
    }
    this.#put(step);
    this.#put(status);
  }

  /** The entries by chunks. */
  *chunks(): Generator<{ position: number; status: number }[]> {
    let position = 0;
    for (const bytes of [...this.#full, this.#bytes.subarray(0, this.#end)]) {
      const entries: { position: number; status: number }[] = [];
      for (let at = 0; at < bytes.length; ) {
        let step = 0;
        for (let weight = 1; ; weight *= 0x80) {
          const byte = bytes[at++] ?? 0;
          step += (byte & 0x7f) * weight;
          if (byte < 0x80) break;
        }
        position += signed(step);
        entries.push({ position, status: bytes[at++] ?? 0 });
      }
      yield entries;
    }
  }

  #put(byte: number): void {
    this.#bytes[this.#end++] = byte;
  }
}

/** Steps back are odd, steps ahead even: small ones of both signs stay small. */
const unsigned = (step: number) => (step < 0 ? -2 * step - 1 : 2 * step);
const signed = (step: number) => (step % 2 === 1 ? -(step + 1) / 2 : step / 2);
