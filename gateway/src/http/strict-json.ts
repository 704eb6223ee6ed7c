/** What a body may hold beyond JSON's own rules: it must mean one thing to all who read it. */
export type JsonDefect = 'repeated key' | 'key of a prototype' | 'too deep';

/** Objects and lists inside one another; what the graph takes needs a tenth. */
const MAX_NESTING = 64;
const OF_A_PROTOTYPE = new Set(['__proto__', 'prototype', 'constructor']);

/**
 * Finds what JSON.parse accepts in silence in a text that it has accepted: of two equal keys it keeps the last where
 * another reader keeps the first (RFC 8259, section 4), and a key may name a prototype. Returns null when there is none.
 */
export function jsonDefect(text: string): JsonDefect | null {
  const open: (Set<string> | null)[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text[at];
    if (character === '"') {
      const end = endOfString(text, at);
      const keys = open.at(-1);
      if (keys && isKey(text, end)) {
        const key = JSON.parse(text.slice(at, end)) as string;
        if (OF_A_PROTOTYPE.has(key)) return 'key of a prototype';
        if (keys.has(key)) return 'repeated key';
        keys.add(key);
      }
      at = end;
      continue;
    }
    if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : null);
      if (open.length > MAX_NESTING) return 'too deep';
    }
    if (character === '}' || character === ']') open.pop();
    at += 1;
  }
  return null;
}

/** The place after the quote that ends the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function isKey(text: string, end: number): boolean {
  const colon = /[ \t\n\r]*(.?)/y;
  colon.lastIndex = end;
  return colon.exec(text)?.[1] === ':';
}
