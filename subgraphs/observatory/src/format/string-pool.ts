import { MAIN, XML, xmlText } from './spreadsheet-xml.ts';

/** Texts are written once as long as there are few of them; the rest stays in its cells, and memory bounded. */
const LARGEST_POOL = 5_000;
/** A long text is seldom written twice. */
const LONGEST_POOLED = 500;

export class StringPool {
  readonly #indexes = new Map<string, number>();
  #references = 0;

  /** Place of a text in the table of texts, null when it must be written in its cell. */
  indexOf(text: string): number | null {
    const known = this.#indexes.get(text);
    if (known === undefined && (this.#indexes.size >= LARGEST_POOL || text.length > LONGEST_POOLED))
      return null;
    const index = known ?? this.#indexes.size;
    if (known === undefined) this.#indexes.set(text, index);
    this.#references += 1;
    return index;
  }

  xml(): string {
    const items = [...this.#indexes.keys()].map(
      (text) => `<si><t xml:space="preserve">${xmlText(text)}</t></si>`,
    );
    return `${XML}<sst xmlns="${MAIN}" count="${this.#references}" uniqueCount="${this.#indexes.size}">${items.join('')}</sst>`;
  }
}
