import { Zip, ZipDeflate } from 'fflate';

/** The first instant that ZIP knows, in the local time that it writes: the same bytes whenever and wherever. */
const noTime = () => new Date(1980, 0, 1);
/** Beyond, a ZIP without 64-bit extensions cannot say sizes and places. */
const LARGEST_ZIP = 0xffff_ffff;

/** A ZIP written entry after entry; what is ready is taken by `drained`. */
export class ZipStream {
  #ready: Uint8Array[] = [];
  #written = 0;
  readonly #zip = new Zip((fault, bytes) => {
    if (fault !== null) throw fault;
    this.#written += bytes.length;
    this.#ready.push(bytes);
  });

  /** Opens an entry; its bytes are pushed, the last ones with `final`. */
  entry(name: string): (text: string, final?: boolean) => void {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = noTime();
    this.#zip.add(entry);
    return (text, final = false) => {
      const bytes = Buffer.from(text, 'utf8');
      if (entry.size + bytes.length > LARGEST_ZIP || this.#written + bytes.length > LARGEST_ZIP) {
        throw new RangeError('A file of this ZIP would exceed 4 GB');
      }
      entry.push(bytes, final);
    };
  }

  end(): void {
    this.#zip.end();
  }

  *drained(): Generator<Uint8Array> {
    const ready = this.#ready;
    this.#ready = [];
    for (const bytes of ready) if (bytes.length > 0) yield bytes;
  }
}
