import { expect, test } from 'vitest';
import type { CubeCell } from './cube-cell.ts';
import { auditStates, protectStates } from './protect-states.ts';
import { unionTable } from './secrecy-table.ts';

const GEOGRAPHY = new Map([['EPT:1', ['COM:92001', 'COM:92002', 'COM:92003']]]);
const NOTHING = { secret: new Set<string>(), once: new Set<string>() };

const cell = (territory: string, value: number | null, rest: Partial<CubeCell> = {}): CubeCell => ({
  ...{ territory, breakdown: '', value, status: 'NORMAL', units: 9, largest: null },
  ...rest,
});
const state = (...cells: CubeCell[]) => ({ cells, geography: GEOGRAPHY });
const relations = (table: ReturnType<typeof unionTable>) =>
  table.relations.map(({ total, parts }) => `${total} = ${parts.join(' + ')}`);

test('a figure that stays is one unknown at every instant, one that changes is another each time', () => {
  const table = unionTable(
    [
      state(cell('COM:92001', 1), cell('COM:92002', 2), cell('COM:92003', 3), cell('EPT:1', 6)),
      state(cell('COM:92001', 1), cell('COM:92002', 4), cell('COM:92003', 3), cell('EPT:1', 8)),
    ],
    NOTHING,
  );
  expect([table.cells.length, relations(table)]).toEqual([
    6,
    [
      'EPT:1@6 = COM:92001@1 + COM:92002@2 + COM:92003@3',
      'EPT:1@8 = COM:92001@1 + COM:92002@4 + COM:92003@3',
    ],
  ]);
});

test('what a total has beyond the parts of the table belongs to nobody, and is determined by nothing', () => {
  const table = unionTable([state(cell('COM:92001', 1), cell('COM:92002', 2), cell('EPT:1', 8))], NOTHING);
  expect(table.relations[0]?.parts.map((key) => [table.placeOf.get(key), worth(table, key)])).toEqual([
    ['COM:92001', 1],
    ['COM:92002', 2],
    [null, 3],
    [null, 2],
  ]);
});

test('a mean among counts does not narrow the interval of a count: one stays one', async () => {
  // Three establishments, of which the others could fall by half a unit alone.
  const counts = [cell('COM:92001', 3, { units: 2 }), cell('COM:92002', 0.5), cell('COM:92003', 50)];
  const table = state(...counts, cell('EPT:1', 53.5));
  const how = { ...NOTHING, reader: 'NON_NEGATIVE' as const, budgetMs: 1_000 };
  const hidden = new Set(['COM:92001', 'COM:92002']);
  const found = await auditStates([table], {
    secret: hidden,
    once: new Set(['COM:92001']),
    reader: 'NON_NEGATIVE',
  });
  const result = await protectStates([table], how);
  expect([found, result.kind === 'SAFE' && [...result.hidden].sort()]).toEqual([
    ['COM:92001'],
    ['COM:92001', 'COM:92003'],
  ]);
});

const worth = (table: ReturnType<typeof unionTable>, key: string) =>
  table.cells.find((each) => each.key === key)?.value;

test('figures in tenths make a table of whole numbers', () => {
  const table = unionTable(
    [state(cell('COM:92001', 1.5), cell('COM:92002', 2), cell('COM:92003', 3), cell('EPT:1', 6.5))],
    NOTHING,
  );
  expect([table.cells.map(({ value }) => value), table.one]).toEqual([[15, 20, 30, 65], 10]);
});

test('a figure that was a secret for itself once is one at every instant; fewest units and largest one count', () => {
  const table = unionTable(
    [
      state(cell('COM:92001', 10, { units: 2, largest: 4 })),
      state(cell('COM:92001', 10, { units: 9, largest: 8 })),
    ],
    { secret: new Set(['COM:92001']), once: new Set(['COM:92001']) },
  );
  expect(table.cells).toEqual([
    {
      ...{ key: 'COM:92001@10', value: 10, units: 2, largest: 8 },
      ...{ hiddenByProducer: true, mustStayHidden: true },
    },
  ]);
});

test('two instants that are each safe alone may not be together: what one total gains tells who gained it', async () => {
  const before = state(
    cell('COM:92001', 100, { units: 2 }),
    cell('COM:92002', 40),
    cell('COM:92003', 50),
    cell('EPT:1', 190),
  );
  const after = state(
    cell('COM:92001', 5, { units: 2 }),
    cell('COM:92002', 40),
    cell('COM:92003', 50),
    cell('EPT:1', 95),
  );
  const how = { ...NOTHING, reader: 'NON_NEGATIVE' as const, budgetMs: 1_000 };
  const alone = await protectStates([before], how);
  const together = await protectStates([before, after], how);
  const places = (result: typeof alone) => (result.kind === 'SAFE' ? result.hidden.size : result);
  // Of the first commune, 95 jobs went: it had no fewer, which says 100 too closely. One more figure is hidden, or the total.
  expect([places(alone), Number(places(together)) > Number(places(alone))]).toEqual([2, true]);
});
