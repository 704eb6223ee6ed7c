import { expect, test } from 'vitest';
import type { OfficialPostcodes, RegisteredOrganization } from './finding-draft.ts';
import { postcodeFindings, printedPostcode } from './postcode.rules.ts';
import { qualityFindings } from './quality.rules.ts';
import { retiredTerritories, staleVintages, undecidedClaims } from './upkeep.rules.ts';
import { editDistance, isSetOtherwise, nameKey } from './written-name.rules.ts';

const COMMUNES: Record<string, { department: string; postcodes: string[] }> = {
  'COM:92050': { department: '92', postcodes: ['92000'] },
  'COM:92026': { department: '92', postcodes: ['92400'] },
  'COM:93070': { department: '93', postcodes: ['93400'] },
  'COM:2A004': { department: '2A', postcodes: ['20000', '20090'] },
  'COM:98901': { department: '989', postcodes: [] },
};
const official: OfficialPostcodes = {
  of: (id) => COMMUNES[id]?.postcodes ?? [],
  departmentsOf: (postcode) =>
    Object.values(COMMUNES).flatMap(({ department, postcodes }) =>
      postcodes.includes(postcode) ? [department] : [],
    ),
  departmentOf: (id) => COMMUNES[id]?.department ?? null,
};

const anOrganization = (more: Partial<RegisteredOrganization> = {}): RegisteredOrganization => ({
  id: 'ORG:a',
  name: 'A',
  aliases: [],
  sites: [],
  seat: { id: 'COM:92050', name: 'Nanterre' },
  contacts: [],
  retiredTerritories: [],
  sourceIds: ['s'],
  ...more,
});
const contact = (
  kind: 'ADDRESS' | 'PHONE' | 'EMAIL',
  asPrinted: string,
  normalised: string | null = null,
) => ({
  kind,
  asPrinted,
  normalised,
  sourceId: 's',
});

test.each([
  ['31 rue des Ombrées, 92 000 Nanterre', '92 000 Nanterre', '92000'],
  ['83-85 rue Henri Barbusse 92000 Nanterre', '92000 Nanterre', '92000'],
  ['10500 boulevard X 92000 Nanterre', '92000 Nanterre', '92000'],
  ['BP 123, 92731 Nanterre Cedex 08', '92731 Nanterre Cedex 08', '92731'],
  ['31 rue\ndes Ombrées\n92000 Nanterre', '92000 Nanterre', '92000'],
])('« %s » ends with %s', (address, asPrinted, postcode) => {
  expect(printedPostcode(address)).toMatchObject({ asPrinted, postcode });
});

test.each(['', 'Nanterre', '92000', '192000 Nanterre', '31 rue des Ombrées'])(
  '« %s » has no postcode',
  (address) => {
    expect(printedPostcode(address)).toBe(null);
  },
);

const NANTERRE = { id: 'COM:92050', name: 'Nanterre' };
test.each([
  ['92000 Nanterre', NANTERRE, []],
  ['92 000 Nanterre', NANTERRE, ['POSTCODE_SPACING']],
  ['92\u00A0400 Nanterre', NANTERRE, ['POSTCODE_SPACING', 'POSTCODE_OF_OTHER_COMMUNE']],
  ['92400 Nanterre', NANTERRE, ['POSTCODE_OF_OTHER_COMMUNE']],
  ['93400 Nanterre', NANTERRE, ['POSTCODE_OF_OTHER_DEPARTMENT']],
  ['92999 Nanterre', NANTERRE, ['POSTCODE_OF_OTHER_COMMUNE']],
  ['92731 NANTERRE CEDEX', NANTERRE, []],
  ['93731 Nanterre Cedex', NANTERRE, ['POSTCODE_OF_OTHER_DEPARTMENT']],
  // An address of another town than the seat: nothing says that it is wrong.
  ['93400 Saint-Ouen', NANTERRE, []],
  ['92000 Nanterre', null, []],
  ['20167 Ajaccio', { id: 'COM:2A004', name: 'Ajaccio' }, ['POSTCODE_OF_OTHER_COMMUNE']],
  ['98000 Île de Clipperton', { id: 'COM:98901', name: 'Île de Clipperton' }, []],
])('« %s » for a seat in %o: %o', (address, seat, kinds) => {
  const found = postcodeFindings(anOrganization({ seat, contacts: [contact('ADDRESS', address)] }), official);
  expect(found.map(({ kind }) => kind)).toEqual(kinds);
});

const inspected = (...organizations: RegisteredOrganization[]) =>
  qualityFindings({ organizations, disputes: [], datasets: [], now: new Date('2026-03-02') }, official).map(
    ({ kind, subjects }) => [kind, ...subjects],
  );

test('a phone is shared by two organisations, however it is printed, and not by one', () => {
  const phone = (id: string, printed: string) =>
    anOrganization({ id, contacts: [contact('PHONE', printed, '+33147934108')] });
  expect([
    inspected(
      phone('ORG:b', '01 47 93 41 08'),
      phone('ORG:a', '01.47.93.41.08'),
      phone('ORG:c', '0147934108'),
    ),
    inspected(phone('ORG:a', '01 47 93 41 08'), phone('ORG:a', '01 47 93 41 08')),
  ]).toEqual([[['SHARED_PHONE', 'ORG:a', 'ORG:b', 'ORG:c']], []]);
});

test.each([
  ['contact@socetedupartage.fr', 'https://societedupartage.fr/', true],
  ['contact@SOCETEDUPARTAGE.FR', 'https://www.societedupartage.fr/', true],
  ['contact@societedupartage.fr', 'https://societedupartage.fr/', false],
  ['contact@mail.societedupartage.fr', 'https://societedupartage.fr/', false],
  ['contact@societedupartage.fr', 'https://clichy.societedupartage.fr/', false],
  ['contact@socetedupartage.fr', 'https://clichy.societedupartage.fr/', true],
  ['cooperative@bicyclaide.fr', 'http://www.bicyclaide.coop/', false],
  ['contact@abcd.fr', 'https://abce.fr/', false],
  ['lasociete@gmail.com', 'https://societedupartage.fr/', false],
  ['no e-mail', 'https://societedupartage.fr/', false],
  ['contact@socetedupartage.fr', 'not an address', false],
])('%s beside %s is mistyped: %s', (email, site, mistyped) => {
  const found = inspected(anOrganization({ sites: [site], contacts: [contact('EMAIL', email)] }));
  expect(found).toEqual(mistyped ? [['EMAIL_DOMAIN_NEAR_SITE', 'ORG:a']] : []);
});

test.each([
  ['Lit uP', 'Lit Up', true],
  ['Pro Bono Lab', 'PROBONOLAB', true],
  ['Stade Multisports Montrouge', 'STADE MULTISPORT MONTROUGE', true],
  ['Stade Multisports Montrouge', 'Stade Multisports de Montrouge', true],
  ['Les petites cantines', 'Les Petites Cantines', true],
  // Set otherwise, and not spelt otherwise.
  ['Lit uP', 'LIT UP', false],
  ['La société du partage', 'LA SOCIETE DU PARTAGE', false],
  ['Clam’Art de vivre', "Clam'Art de vivre", false],
  ['Ville de Courbevoie', 'ville de Courbevoie', false],
  // Other names.
  ['Chambre de Métiers et de l’Artisanat', 'CMA', false],
  ['Maison Proxité', 'Proxité', false],
])('%s also written %s is told: %s', (name, alias, isTold) => {
  expect(inspected(anOrganization({ name, aliases: [alias] }))).toEqual(
    isTold ? [['NAME_VARIANT', 'ORG:a']] : [],
  );
});

test('names without letters of ours compare as they are', () => {
  expect([nameKey('Les Les'), nameKey('株'), isSetOtherwise('a-b', 'A‑B'), editDistance('', 'abc')]).toEqual([
    'lesles',
    '',
    true,
    3,
  ]);
});

test('a dataset is late past its announced day, or past the rhythm that it promises', () => {
  const dataset = (updateFrequency: string, on: string, announcedOn: string | null = null) => ({
    code: 'ESS-X',
    title: 'X',
    updateFrequency,
    announcedOn,
    label: '2024',
    lastReleasedAt: new Date(`${on}T12:00:00Z`),
  });
  const told = (...args: Parameters<typeof dataset>) =>
    staleVintages([dataset(...args)], new Date('2026-03-02T12:00:00Z')).map(({ subjects, explanation }) => [
      ...subjects,
      explanation,
    ]);
  expect([
    told('Annuelle', '2025-02-28'),
    told('Annuelle', '2025-03-02'),
    told('À chaque nouveau document', '2010-01-01'),
    told('Annuelle', '2010-01-01', '2026-03-02'),
  ]).toEqual([
    [['DS:ESS-X', '« X » (mise à jour : Annuelle) devait paraître de nouveau le 2026-02-28.']],
    [],
    [],
    [],
  ]);
});

test('a contradiction is undecided unless exactly one claim is held', () => {
  const dispute = (held: number) => ({
    subject: 'ORG:a',
    field: 'website',
    statements: ['x', 'y'],
    held,
    sourceIds: ['s'],
  });
  expect([0, 1, 2].map((held) => undecidedClaims([dispute(held)]).length)).toEqual([1, 0, 1]);
});

test('a territory that the code no longer has is told with its organisation', () => {
  const retired = [{ id: 'COM:92999', name: 'Ancienne' }];
  expect(
    retiredTerritories(anOrganization({ retiredTerritories: retired })).map(({ subjects }) => subjects),
  ).toEqual([['ORG:a', 'COM:92999']]);
});
