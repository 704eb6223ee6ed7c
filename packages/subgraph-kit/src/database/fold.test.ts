import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { library } from '../testing/library/library.fixture.ts';
import { type TestSubgraph, testSubgraph } from '../testing/test-subgraph.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(library);
});
afterAll(() => graph.stop());

async function fold(text: string | null): Promise<string | null> {
  const [row]: { folded: string | null }[] = await graph.db.query('SELECT extensions.fold($1) AS folded', [
    text,
  ]);
  return row?.folded ?? null;
}

async function matches(text: string | null, needle: string | null): Promise<boolean | null> {
  const [row]: { found: boolean | null }[] = await graph.db.query(
    'SELECT extensions.fold_matches(extensions.fold($1), $2) AS found',
    [text, needle],
  );
  return row?.found ?? null;
}

test.each([
  ['Châtenay-Malabry', 'chatenay malabry'],
  ['CHÂTENAY', 'chatenay'],
  ['Cha\u0302tenay', 'chatenay'],
  ['Œuvre', 'oeuvre'],
  ['œuvre, cœur', 'oeuvre coeur'],
  ['ÆGIR æther', 'aegir aether'],
  ['Straße', 'strasse'],
  ['Ville-d’Avray', 'ville d avray'],
  ['Ville-d‘Avray', 'ville d avray'],
  ["Ville-d'Avray", 'ville d avray'],
  ['Villeʼd', 'ville d'],
  ['a–b—c‑d-e', 'a b c d e'],
  ['  deux   espaces\u00a0insécables\u202f', 'deux espaces insecables'],
  ['St Cloud', 'saint cloud'],
  ['Ste-Marie', 'sainte marie'],
  ['Sts Pères', 'saints peres'],
  ['av. du Gal Leclerc', 'avenue du general leclerc'],
  ['ave Foch', 'avenue foch'],
  ['bd, bld, bvd et boul', 'boulevard boulevard boulevard et boulevard'],
  ['Mal Joffre', 'marechal joffre'],
  ['1er arrondissement', 'premier arrondissement'],
  ['1ère place', 'premiere place'],
  ['Dr Roux', 'docteur roux'],
  ['Mali, Stalingrad, Gale', 'mali stalingrad gale'],
  ['S.N.C.F.', 'sncf'],
  ['M. Dupont', 'm dupont'],
  ['２０２５', '2025'],
  ['n° 12', 'n 12'],
  ['%_\\', ''],
  ['', ''],
  [null, null],
])('« %s » folds to « %s »', async (text, folded) => {
  expect(await fold(text)).toBe(folded);
});

test.each([
  ['Châtenay-Malabry', 'chatenay'],
  ['Châtenay-Malabry', 'MALABRY'],
  ['Saint-Cloud', 'st cloud'],
  ['Saint-Cloud', 'St-Cloud'],
  ['St Cloud', 'saint-cloud'],
  ['Ville-d’Avray', 'ville davray'],
  ['Ville-d’Avray', 'ville d’avray'],
  ['Ville-d’Avray', 'VILLE DʼAVRAY'],
  ['Issy-les-Moulineaux', 'issy'],
  ['Issy-les-Moulineaux', 'moulineaux issy'],
  ['Clam’Art', 'CLAM ART'],
  ['Clam’Art', 'clamart'],
  ['CLAMART', 'clam art'],
  ['Île-de-France', 'ile de france'],
  ['Progr’E.S.S', "PROGR'ESS"],
  ['Progr’E.S.S', 'progress'],
  ["PROGR'ESS", 'progr’e.s.s'],
  ['progress', 'Progr’E.S.S'],
  ['Paris 1er', 'premier'],
  ['Premier jardin', '1er'],
  ['Malakoff', 'mal'],
  ['Rue du maréchal', 'mal'],
  ['Stains', 'st'],
  ['Les œuvres', 'oeuvre'],
  ['Les oeuvres', 'ŒUVRE'],
  ['Ægir', 'aegir'],
  ['Strasse', 'straße'],
])('« %s » is found by « %s »', async (text, needle) => {
  expect(await matches(text, needle)).toBe(true);
});

test.each([
  ['Clamart', 'cl%t'],
  ['Clamart', 'cl_mart'],
  ['Clamart', '%'],
  ['Clamart', '___'],
  ['Clamart', '\\'],
  ['Clamart', '!?'],
  ['Clamart', 'москва'],
  ['Clamart', ''],
  ['Clamart', ' '],
  ['Clamart', 'clamecy'],
  ['Issy-les-Moulineaux', 'issy meudon'],
  ['', 'a'],
])('« %s » is not found by « %s »', async (text, needle) => {
  expect(await matches(text, needle)).toBe(false);
});

test.each([
  [null, 'a'],
  ['Clamart', null],
  [null, null],
])('%s with %s errs on nothing and finds nothing', async (text, needle) => {
  expect(await matches(text, needle)).toBe(null);
});

test('folding folds nothing twice, holds only letters, digits and single spaces, and a text is found by itself', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), async (text) => {
      const once = await fold(text);
      expect(once).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/);
      expect(await fold(once)).toBe(once);
      expect(await matches(text, text)).toBe(once !== '');
    }),
    { numRuns: 150 },
  );
});

test('the functions are immutable: an index may hold them', async () => {
  const rows: unknown[] = await graph.db.query(
    `SELECT DISTINCT provolatile FROM pg_proc WHERE pronamespace = 'extensions'::regnamespace AND proname LIKE 'fold%'`,
  );
  expect(rows).toEqual([{ provolatile: 'i' }]);
});
