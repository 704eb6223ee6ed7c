import { expect, test } from 'vitest';
import { freshnessOf } from './freshness.rules.ts';

const now = new Date('2026-03-01T23:30:00Z');

test.each([
  ['Annuelle', '2025-03-01T12:00:00Z', null, '2026-03-01', true],
  ['Annuelle', '2024-02-29T12:00:00Z', null, '2025-02-28', true],
  ['Mensuelle', '2026-01-31T12:00:00Z', null, '2026-02-28', true],
  ['Mensuelle', '2026-02-10T12:00:00Z', null, '2026-03-10', false],
  ['Annuelle', '2025-03-01T12:00:00Z', '2026-06-30', '2026-06-30', false],
  ['À chaque nouveau document', '2025-03-01T12:00:00Z', null, null, null],
])(
  '%s, published on %s, announced on %s: due on %s',
  (updateFrequency, released, announcedOn, dueOn, late) => {
    const lastReleasedAt = new Date(released);
    expect(freshnessOf({ lastReleasedAt, announcedOn, updateFrequency }, now)).toEqual({
      lastReleasedAt,
      dueOn,
      late,
    });
  },
);
