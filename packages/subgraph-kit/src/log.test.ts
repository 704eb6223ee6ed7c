import { expect, test } from 'vitest';
import { createLog } from './log.ts';

test('in production the message of an error is left out, its kind and place are kept', () => {
  const lines: string[] = [];
  const log = createLog({
    name: 'library',
    level: 'info',
    pretty: false,
    to: { write: (line) => lines.push(line) },
  });
  log.error(
    { requestId: 'r', kind: 'TypeError', message: 'no reader « Jeanne »', at: ['at a.ts:1'] },
    'unexpected error',
  );
  log.debug('not told');
  expect(lines.map((line) => JSON.parse(line) as Record<string, unknown>)).toEqual([
    {
      level: 50,
      time: expect.any(Number),
      name: 'library',
      service: 'library',
      requestId: 'r',
      kind: 'TypeError',
      at: ['at a.ts:1'],
      msg: 'unexpected error',
    },
  ]);
});
