import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SeenLines } from './seen-lines.ts';
import { CELLS, FLORES, reading, URSSAF_ESS, URSSAF_WIDE } from './source-files.fixture.ts';

const file = fc.constantFrom(CELLS, FLORES, URSSAF_ESS, URSSAF_WIDE);
const change = fc.record({
  at: fc.nat(700),
  remove: fc.nat(6),
  insert: fc.oneof(
    fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes)),
    fc
      .constantFrom('"', ';', ',', '\n', '\r', '\u00a0', '\0', 'é', '1e9', 's')
      .map((text) => Buffer.from(text)),
  ),
});

/** A real file after a few accidents. */
const damaged = fc
  .tuple(file, fc.array(change, { maxLength: 4 }), fc.option(fc.nat(600)))
  .map(([text, changes, cut]) => {
    let bytes = Buffer.from(text);
    for (const { at, remove, insert } of changes) {
      bytes = Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)]);
    }
    return cut === null ? bytes : bytes.subarray(0, cut);
  });

test('whatever happened to a file, it is read or told why not, the same by small or large pieces', async () => {
  await fc.assert(
    fc.asyncProperty(damaged, fc.integer({ min: 1, max: 40 }), async (bytes, piece) => {
      const whole = await reading(bytes, { piece: bytes.length + 1 });
      const pieces = await reading(bytes, { piece });
      const told = ({ cells, aside, problems }: typeof whole) => ({
        cells,
        aside,
        problems: problems.map(({ line, code }) => [line, code]),
      });
      // Which of several lines that are no text is told depends on the pieces.
      const isBytes = [...whole.problems, ...pieces.problems].some(({ code }) =>
        /^(ENCODING|NOT_TEXT)/.test(code),
      );
      if (!isBytes) expect(told(pieces)).toEqual(told(whole));
      for (const { line, message, code, raw } of [...whole.problems, ...whole.aside]) {
        expect([
          line >= 1,
          /^[A-Z][A-Z0-9_]+$/.test(code),
          message.length > 10,
          (raw ?? '').length <= 80,
        ]).toEqual([true, true, true, true]);
      }
      for (const { value, status } of whole.cells) {
        const hasValue = ['NORMAL', 'PROVISIONAL', 'ESTIMATED', 'BREAK'].includes(status);
        expect(value !== null).toBe(hasValue);
      }
    }),
    { numRuns: 300 },
  );
});

test('a line that was read is known again, and no other', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(40), fc.nat(300)), { maxLength: 400 }), (pairs) => {
      const seen = new SeenLines();
      const known = new Set<string>();
      for (const [first, second] of pairs) {
        const key = `${first}/${second}`;
        expect(seen.again(String(first), String(second))).toBe(known.has(key));
        known.add(key);
      }
    }),
  );
});
