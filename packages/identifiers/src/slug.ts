const RUN = /^[a-z0-9]+$/;

// Letters that Unicode does not decompose into a base letter and a mark.
const UNDECOMPOSED: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l' };

/** Whether `text` is a slug: runs of `a-z0-9` joined by single hyphens. */
export function isSlug(text: string): boolean {
  // One expression for the whole slug would exhaust the stack on a hostile text of millions of hyphens.
  return text.split('-').every((run) => RUN.test(run));
}

/**
 * The slug of a name: « L'Œuvre d’Élise » gives `l-oeuvre-d-elise`. Accents go, ligatures open, and whatever
 * else is not a letter or a digit (apostrophes, hyphens, dots, spaces, other scripts) becomes one hyphen.
 * Empty when the name holds no Latin letter and no digit: not a slug, the caller must choose another name.
 */
export function slugify(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[œæßøł]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
