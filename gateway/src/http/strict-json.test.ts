import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonDefect } from './strict-json.ts';

test.each([
  ['{"a":1,"a":2}', 'repeated key'],
  ['{"a":1,"\\u0061":2}', 'repeated key'],
  ['{ "a" : {"b":[{"c":1 , "d":2, "c"\n:3}]} }', 'repeated key'],
  ['{"variables":{"__proto__":{"admin":true}}}', 'key of a prototype'],
  ['{"variables":{"\\u005f_proto__":{}}}', 'key of a prototype'],
  ['{"constructor":{"prototype":{}}}', 'key of a prototype'],
  [`${'['.repeat(65)}${']'.repeat(65)}`, 'too deep'],
])('%s is refused', (text, defect) => {
  JSON.parse(text);
  expect(jsonDefect(text)).toBe(defect);
});

test.each([
  '{"a":{"a":{"a":"a"}},"b":["a","a",{"a":1},{"a":2}]}',
  '["__proto__","{\\"a\\":1,\\"a\\":2}"]',
  '{"a\\"":1,"a":"\\\\","b":"\\\\\\""}',
  '"a"',
  'null',
  `${'['.repeat(64)}${']'.repeat(64)}`,
])('%s is not', (text) => {
  JSON.parse(text);
  expect(jsonDefect(text)).toBe(null);
});

test('what a client writes from a value is never refused', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (text) => {
      // A key of a prototype is the only defect that a value may have by itself.
      expect(jsonDefect(text) ?? 'key of a prototype').toBe('key of a prototype');
    }),
  );
});
