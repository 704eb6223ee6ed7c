import { audit, type SecrecyCell } from '@graphess/secrecy';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anObservatory } from '../observatory.fixture.ts';
import { ACTOR, cellsOf, communesOf, type Line, publishCells } from './publish.fixture.ts';
import { takeBack } from './take-back.ts';

/** Boucle Nord de Seine: Argenteuil, of another département, is one of its communes. */
const BOUCLE_NORD = 'EPT:200057990';
const DERIVED = ['ESS_JOBS_PER_1000', 'ESS_JOBS_RANK', 'ESS_JOBS_GROWTH', 'ESS_JOBS_TOP5_SHARE'];

let graph: TestSubgraph;
let members: string[];
let department: string[];
beforeAll(async () => {
  graph = await anObservatory();
  members = await communesOf(graph.db, BOUCLE_NORD);
  department = await communesOf(graph.db, 'DEP:92');
});
afterAll(() => graph.stop());

/** A generator of numbers that is the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

type Read = { indicator: { code: string }; value: number | null; status: string };

/** What anybody reads of some territories at an instant. */
async function readAll(
  territories: readonly string[],
  period: number,
  asOf: string,
): Promise<Map<string, Read>> {
  const fields = territories.map(
    (id, at) => `t${at}: territory(code: "${id}") { indicators(codes: $codes, period: $period, asOf: $asOf) {
      indicator { code } value status } }`,
  );
  const { data } = await graph.run(
    `query ($codes: [String!]!, $period: PeriodInput!, $asOf: DateTime!) { ${fields.join('\n')} }`,
    { codes: ['ESS_JOBS', ...DERIVED], period: { from: period, to: period }, asOf },
  );
  const shown = new Map<string, Read>();
  territories.forEach((id, at) => {
    const found = data?.[`t${at}`] as { indicators: Read[] };
    for (const each of found.indicators) shown.set(`${each.indicator.code} ${id}`, each);
  });
  return shown;
}

/** What the cells really were at an instant, which no reader is told. */
async function truthAt(period: number, asOf: string): Promise<Map<string, number>> {
  const rows: { id: string; value: number | null }[] = await graph.db.query(
    `SELECT o.territory_id AS id, r.value FROM observation o JOIN observation_revision r ON r.observation_id = o.id
      WHERE o.dataset_code = 'ESS-FLORES' AND o.indicator_code = 'ESS_JOBS' AND o.period = $1 AND o.breakdown = ''
        AND tstzrange(r.valid_from, r.valid_to) @> $2::timestamptz`,
    [period, asOf],
  );
  return new Map(rows.flatMap(({ id, value }) => (value === null ? [] : [[id, value] as const])));
}

const instants = async (): Promise<string[]> => {
  const rows: { at: Date }[] = await graph.db.query(
    `SELECT released_at AS at FROM vintage WHERE dataset_code = 'ESS-FLORES'
     UNION SELECT withdrawn_at FROM vintage WHERE withdrawn_at IS NOT NULL ORDER BY 1`,
  );
  return rows.map(({ at }) => at.toISOString());
};

/**
 * All that every instant shows, as one system: a value that stays is one unknown, told as soon as any instant tells it.
 * Primary is whatever had too few units in some file, though each file was judged on its own.
 */
async function attack(period: number, secrets: ReadonlySet<string>) {
  const cells = new Map<string, SecrecyCell>();
  const shown = new Set<string>();
  const relations = [];
  const derived: string[] = [];
  const places = [...new Set([...department, ...members, BOUCLE_NORD, 'DEP:92'])];
  for (const asOf of await instants()) {
    const truth = await truthAt(period, asOf);
    const read = await readAll(places, period, asOf);
    const key = (id: string) => `${id}@${truth.get(id)}`;
    for (const [id, value] of truth) {
      cells.set(key(id), {
        ...{ key: key(id), value, units: null, largest: null, mustStayHidden: false },
        hiddenByProducer: secrets.has(id),
      });
      const public_ = read.get(`ESS_JOBS ${id}`);
      if (public_?.value !== null && public_ !== undefined) shown.add(key(id));
      else
        derived.push(
          ...DERIVED.filter((code) => read.get(`${code} ${id}`)?.value != null).map(
            (code) => `${code} ${id}`,
          ),
        );
    }
    for (const [whole, parts] of [
      [BOUCLE_NORD, members],
      ['DEP:92', department],
    ] as const) {
      if (truth.has(whole) && parts.every((part) => truth.has(part))) {
        relations.push({ total: key(whole), parts: parts.map(key) });
      }
    }
  }
  const hidden = new Set([...cells.keys()].filter((each) => !shown.has(each)));
  return {
    result: await audit({ cells: [...cells.values()], relations }, hidden, { reader: 'NON_NEGATIVE' }),
    hidden,
    derived,
    cells,
    relations,
  };
}

test('whoever reads every instant, after publications and a withdrawal, bounds no secret', async () => {
  const next = numbers(1);
  const period = 1993;
  const all = [...new Set([...department, ...members])];
  const values = new Map(all.map((id) => [id, 40 + next(400)]));
  const secrets = new Set<string>();
  let last = '';
  for (let round = 0; round < 3; round += 1) {
    const lines = all.map((id): Line => {
      if (next(5) === 0) values.set(id, 40 + next(400));
      const few = next(25) === 0;
      if (few) secrets.add(id);
      return [
        id,
        values.get(id) ?? 0,
        { period, ...(few ? { units: 1 + next(2) } : { units: 12, largest: 9 }) },
      ];
    });
    const result = await publishCells(graph.db, cellsOf(lines), { budgetMs: 500 });
    expect(result).toMatchObject({ kind: 'PUBLISHED', disclosure: { recoverableCells: 0, narrowCells: 0 } });
    if (result.kind === 'PUBLISHED') last = result.vintageId ?? '';
  }
  const how = {
    vintageId: last,
    reason: 'Essai',
    actor: ACTOR,
    now: new Date(0),
    reader: 'NON_NEGATIVE' as const,
  };
  expect(await graph.db.transaction((tx) => takeBack(tx, how))).toMatchObject({ kind: 'DONE' });

  const { result, hidden, derived, cells, relations } = await attack(period, secrets);
  expect(secrets.size).toBeGreaterThan(0);
  expect({ determined: result.determined, narrow: result.narrow, derived }).toEqual({
    determined: [],
    narrow: [],
    derived: [],
  });
  // The same reader, where the secrets alone were hidden and nothing with them, finds some again.
  const alone = new Set([...hidden].filter((each) => secrets.has(each.split('@')[0] ?? '')));
  const naive = await audit({ cells: [...cells.values()], relations }, alone, { reader: 'NON_NEGATIVE' });
  expect(naive.determined.length + naive.narrow.length).toBeGreaterThan(0);
});
