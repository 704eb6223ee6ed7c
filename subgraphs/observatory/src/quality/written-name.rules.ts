/** Words that sources leave out or put in: « Chambre de métiers et de l’artisanat ». */
const SMALL_WORDS = new Set(['a', 'au', 'aux', 'd', 'de', 'des', 'du', 'en', 'et', 'l', 'la', 'le', 'les']);

/** Letters and digits without accents, in lower case, a space between words. */
export function plainWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'OE')
    .replaceAll('æ', 'ae')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** What stays of a name whatever the case, accents, spaces, small words and plurals that it is written with. */
export function nameKey(name: string): string {
  const words = plainWords(name);
  const kept = words.filter((word) => !SMALL_WORDS.has(word));
  return (kept.length === 0 ? words : kept).map(singular).join('');
}

function singular(word: string): string {
  return word.length >= 5 && /[^s][sx]$/.test(word) ? word.slice(0, -1) : word;
}

/**
 * Whether two spellings differ by their setting alone: capitals throughout, the capital of the first letter, the shape of
 * apostrophes, hyphens and spaces.
 */
export function isSetOtherwise(name: string, other: string): boolean {
  const [a, b] = [evenText(name), evenText(other)];
  if (a.charAt(0).toLowerCase() + a.slice(1) === b.charAt(0).toLowerCase() + b.slice(1)) return true;
  return [a, b].some((each) => each === each.toUpperCase()) && inCapitals(a) === inCapitals(b);
}

function evenText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[’ʼ`´]/g, "'")
    .replaceAll(/[‐‑–]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Capitals as posters set them, without accents. */
function inCapitals(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toUpperCase();
}

/** How many letters must be put in, left out or changed to make one text the other. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
