import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aDirectory } from '../siae/siae.fixture.ts';

const LEVELS = ['COM:92050', 'EPT:200057982', 'DEP:92', 'REG:11'];
/** Jobs of the one unit that the directory does not tell. */
const THIRD = 17;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await aDirectory();
});
afterAll(() => graph.stop());
beforeEach(() => graph.db.query('DELETE FROM headcount_shield_copy'));

type Structure = { employeesInsertion: number | null; employeesPermanent: number | null };

/** What anybody reads in the directory of a territory, page by page. */
async function structuresOf(whole: string): Promise<Structure[]> {
  const found: Structure[] = [];
  for (let after: string | null = null; ; ) {
    const { data, errors } = await graph.run(
      `query ($in: String!, $after: String) { siaes(first: 100, after: $after, filter: { locatedIn: $in }) {
         nodes { employeesInsertion employeesPermanent } pageInfo { hasNextPage endCursor } } }`,
      { in: whole, after },
    );
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    const { siaes } = data as {
      siaes: { nodes: Structure[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    };
    found.push(...siaes.nodes);
    if (!siaes.pageInfo.hasNextPage) return found;
    after = siaes.pageInfo.endCursor;
  }
}

const jobsOf = ({ employeesInsertion, employeesPermanent }: Structure) =>
  employeesInsertion === null && employeesPermanent === null
    ? null
    : (employeesInsertion ?? 0) + (employeesPermanent ?? 0);

async function toldIn(whole: string): Promise<number[]> {
  return (await structuresOf(whole)).map(jobsOf).filter((jobs) => jobs !== null);
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

/** The figure of a territory, made of the structures that the directory tells and of a few more, less what it tells. */
async function attack(whole: string, figure: number): Promise<number> {
  return figure - sum(await toldIn(whole));
}

const shield = (id: string, hasSecret: boolean, least: number | null) =>
  graph.db.query('INSERT INTO headcount_shield_copy VALUES ($1, $2, $3)', [
    `${id}/DEMONSTRATION`,
    hasSecret,
    least,
  ]);

test.each(LEVELS)(
  '%s: control: without a shield, a subtraction tells what the last unit employs',
  async (whole) => {
    expect(await attack(whole, sum(await toldIn(whole)) + THIRD)).toBe(THIRD);
  },
);

test.each(LEVELS)(
  '%s: a figure keeps three units that nobody tells, or the subtraction takes nothing',
  async (whole) => {
    const told = await toldIn(whole);
    const figure = sum(told) + THIRD;
    expect(told.length).toBeGreaterThan(0);
    await shield(whole, false, told.length + 3);
    expect((await toldIn(whole)).length).toBe(told.length);
    await graph.db.query('UPDATE headcount_shield_copy SET least_contributors = least_contributors - 2');
    expect(await attack(whole, figure)).toBe(figure);
  },
);

test.each(LEVELS)(
  '%s: a secret gets no lower bound from the structures inside, and leaves those outside',
  async (whole) => {
    const all = await toldIn('REG:11');
    const inside = await toldIn(whole);
    await shield(whole, true, null);
    expect([await toldIn(whole), (await toldIn('REG:11')).length]).toEqual([[], all.length - inside.length]);
  },
);
