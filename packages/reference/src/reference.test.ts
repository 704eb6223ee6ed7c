import { BadInput, schemaDrift } from '@graphess/subgraph-kit';
import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asObservatory, atlas, traveller } from './atlas.fixture.ts';
import { compareCopy } from './compare-copy.ts';
import { knownUnder } from './known-under.ts';
import { territoryArgument } from './territory-argument.ts';

const NONE = { missing: [], surplus: [], different: [] };
let owner: TestSubgraph;
let copy: TestSubgraph;

beforeAll(async () => {
  [owner, copy] = await Promise.all([testSubgraph(atlas), testSubgraph(traveller)]);
  copy.open.follow([asObservatory(owner.open.changes)]);
});
afterAll(async () => {
  await copy.stop();
  await owner.stop();
});
beforeEach(async () => {
  await owner.db.query(`
    DELETE FROM territory; DELETE FROM organization;
    INSERT INTO territory SELECT 'COM:92' || lpad(n::text, 3, '0'), 'Commune ' || n, 'COMMUNE', NULLIF(n, 3) * 1000, '{DEP:92,REG:11}', '{}' FROM generate_series(1, 40) n;
    INSERT INTO organization VALUES ('ORG:a', 'Les Œuvres', '{"L''Atelier"}', '12345678901234', 'ORG:a'), ('ORG:b', 'Épicerie', '{}', NULL, 'ORG:b');`);
  await copy.open.catchUp();
});

function differences(topic: 'territory' | 'organization') {
  return compareCopy(owner.open.changes, topic, copy.db);
}

test('entities and migrations agree', async () => {
  expect(await schemaDrift(traveller, copy.url)).toEqual([]);
});

test('once caught up, copies equal their owner, and hold every row', async () => {
  expect([await differences('territory'), await differences('organization')]).toEqual([NONE, NONE]);
  expect(
    await copy.db.query(
      'SELECT (SELECT count(*)::int FROM territory_copy) AS territories, (SELECT count(*)::int FROM organization_copy) AS organizations',
    ),
  ).toEqual([{ territories: 40, organizations: 2 }]);
});

test.each([
  [
    `UPDATE territory_copy SET population = population + 1 WHERE id = 'COM:92001'`,
    { ...NONE, different: ['COM:92001'] },
  ],
  [`UPDATE territory_copy SET population = 0 WHERE id = 'COM:92003'`, { ...NONE, different: ['COM:92003'] }],
  [
    `UPDATE territory_copy SET within = '{REG:11,DEP:92}' WHERE id = 'COM:92001'`,
    { ...NONE, different: ['COM:92001'] },
  ],
  [`DELETE FROM territory_copy WHERE id = 'COM:92002'`, { ...NONE, missing: ['COM:92002'] }],
  [
    `INSERT INTO territory_copy VALUES ('COM:99999', 'X', 'COMMUNE', 1, '{}', '{}')`,
    { ...NONE, surplus: ['COM:99999'] },
  ],
])('one row altered is seen: %s', async (alteration, expected) => {
  await copy.db.query(alteration);
  const seen = await differences('territory');
  await copy.db.query(`DELETE FROM territory_copy WHERE id = 'COM:99999'`);
  await owner.db.query(`UPDATE territory SET name = name`);
  await copy.open.catchUp();
  expect([seen, await differences('territory')]).toEqual([expected, NONE]);
});

test('a change that is not yet followed is a difference until it is', async () => {
  await owner.db.query(
    `UPDATE organization SET siret = '98765432109876' WHERE id = 'ORG:b'; DELETE FROM organization WHERE id = 'ORG:a'`,
  );
  await copy.open.catchUp();
  expect(await differences('organization')).toEqual(NONE);
});

test('roles, RNA number and legal form come along', async () => {
  await owner.db.query(
    `UPDATE organization SET roles = '{BUYER,SIAE}', rna = 'W922012345', legal_form = '9220' WHERE id = 'ORG:a'`,
  );
  await copy.open.catchUp();
  expect(await differences('organization')).toEqual(NONE);
  expect(
    await copy.db.query(`SELECT roles, rna, legal_form FROM organization_copy WHERE id = 'ORG:a'`),
  ).toEqual([{ roles: ['BUYER', 'SIAE'], rna: 'W922012345', legal_form: '9220' }]);
});

test('a copy that is set back to the beginning is read again, whole', async () => {
  await copy.db.query(`UPDATE organization_copy SET roles = '{X}', name = 'X'`);
  await copy.db.query(`UPDATE follow_position SET seq = 0 WHERE topic = 'organization'`);
  await copy.open.catchUp();
  expect(await differences('organization')).toEqual(NONE);
});

test('copied organisations are found by their name and aliases, however typed', async () => {
  const found = async (needle: string) =>
    copy.db.query('SELECT id FROM organization_copy WHERE extensions.fold_matches(folded, $1)', [needle]);
  expect([
    await found('oeuvres'),
    await found('l’atelier'),
    await found('EPICERIE'),
    await found('x'),
  ]).toEqual([[{ id: 'ORG:a' }], [{ id: 'ORG:a' }], [{ id: 'ORG:b' }], []]);
});

test('an organisation is known under every id that leads to the same one', async () => {
  const known = (...ids: string[]) =>
    copy.db.query(`SELECT * FROM (${knownUnder('$1')}) known ORDER BY asked, id`, [ids]);
  await owner.db.query(`UPDATE organization SET current_id = 'ORG:b' WHERE id = 'ORG:a'`);
  await copy.open.catchUp();
  expect([await known('ORG:a', 'ORG:unheard-of'), await known('ORG:b')]).toEqual([
    [
      { asked: 'ORG:a', id: 'ORG:a' },
      { asked: 'ORG:a', id: 'ORG:b' },
      { asked: 'ORG:unheard-of', id: 'ORG:unheard-of' },
    ],
    [
      { asked: 'ORG:b', id: 'ORG:a' },
      { asked: 'ORG:b', id: 'ORG:b' },
    ],
  ]);
});

test.each(['COM:92050', 'EPT:200057982', 'DEP:92', 'DEP:2A', 'REG:11'])(
  '%s is a territory as an argument',
  (code) => {
    expect(territoryArgument('within', code)).toBe(code);
  },
);

test.each(['92050', 'COM:9205', 'com:92050', 'ORG:x', '', 'DEP:92 '])(
  '« %s » is refused and names the argument',
  (code) => {
    expect(() => territoryArgument('filter.within', code)).toThrow(
      new BadInput(
        'filter.within',
        '« filter.within » doit être un code de territoire, par exemple COM:92050, EPT:200057982, DEP:92 ou REG:11.',
      ),
    );
  },
);
