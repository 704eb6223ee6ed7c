import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAward } from '../testing/decided-edition.fixture.ts';
import { download } from '../testing/download.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';

const FILE = '/open-data/three-sixty-giving.json';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await loadedGrants();
  await anAward(graph.db, {
    id: 'APP:test-1',
    reference: 'PROGRESS-4-001',
    cents: 1_234_567,
    agreement: { signedOn: '2026-04-02', startsOn: '2026-04-02', endsOn: '2027-04-01' },
  });
});
afterAll(() => graph.stop());

/** What the standard demands of a grant (360Giving Data Standard 1.1), in our words. */
const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const text = { type: 'string', minLength: 1 };
const organizations = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    required: ['id', 'name'],
    properties: { id: text, name: text },
    additionalProperties: false,
  },
};
const validate = new Ajv({ allErrors: true }).compile({
  type: 'object',
  required: ['grants'],
  properties: {
    grants: {
      type: 'array',
      items: {
        type: 'object',
        required: [
          ...['id', 'title', 'description', 'currency', 'amountAwarded', 'awardDate'],
          ...['recipientOrganization', 'fundingOrganization'],
        ],
        additionalProperties: false,
        properties: {
          id: { type: 'string', pattern: '^360G-[^\\s]+$' },
          title: text,
          description: text,
          currency: { const: 'EUR' },
          amountAwarded: { type: 'number', exclusiveMinimum: 0 },
          awardDate: day,
          recipientOrganization: organizations,
          fundingOrganization: organizations,
          plannedDates: {
            type: 'array',
            items: {
              type: 'object',
              required: ['startDate', 'endDate'],
              properties: { startDate: day, endDate: day },
            },
          },
          beneficiaryLocation: {
            type: 'array',
            items: {
              type: 'object',
              properties: { name: text, countryCode: { const: 'FR' }, geoCode: text, geoCodeType: text },
            },
          },
          grantProgramme: {
            type: 'array',
            items: { type: 'object', required: ['code', 'title'], properties: { code: text, title: text } },
          },
          dataSource: text,
        },
      },
    },
  },
});

async function read(address: string) {
  const { bytes, status, headers } = await download(graph, address);
  return { status, headers, body: JSON.parse(bytes.toString() || 'null') };
}

test('awards that are known are told as the standard demands, the others counted', async () => {
  const { body } = await read(FILE);
  expect([validate(body), validate.errors]).toEqual([true, null]);
  expect(body).toEqual({
    grants: [
      {
        id: '360G-graphess92-APP:test-1',
        title: 'La vélo-école du quartier',
        description: 'Des cours de vélo au pied des immeubles.',
        currency: 'EUR',
        amountAwarded: 12_345.67,
        awardDate: '2026-03-16',
        plannedDates: [{ startDate: '2026-04-02', endDate: '2027-04-01' }],
        recipientOrganization: [{ id: '360G-graphess92-ORG:bicyclaide', name: 'BicyclAide' }],
        fundingOrganization: [
          { id: '360G-graphess92-SIREN:229200506', name: 'Département des Hauts-de-Seine' },
        ],
        beneficiaryLocation: [
          { name: 'Courbevoie', countryCode: 'FR', geoCode: '92026', geoCodeType: 'COM' },
        ],
        grantProgramme: [{ code: 'CALL:4', title: expect.any(String) }],
        dataSource: expect.stringMatching(/\/open-data\/three-sixty-giving\.json$/),
      },
    ],
    leftOut: { count: 27, reason: 'Montant ou jour de décision inconnu.' },
  });
});

test('an edition has its own file, with its own tag', async () => {
  const [first, fourth] = await Promise.all([read(`${FILE}?edition=1`), read(`${FILE}?edition=4`)]);
  const again = await download(graph, `${FILE}?edition=4`, { 'if-none-match': fourth.headers['etag'] ?? '' });
  expect([
    first.body.grants,
    first.body.leftOut.count,
    fourth.body.grants.length,
    fourth.body.leftOut.count,
    again.status,
  ]).toEqual([[], 13, 1, 0, 304]);
});

test.each(['?edition=0', '?edition=x', '?edition=1&edition=4', '?year=2024'])(
  '%s is refused',
  async (query) => {
    expect((await read(FILE + query)).status).toBe(400);
  },
);

test('a grant without an amount, or of another shape, fails the schema', () => {
  const [amount, shape] = [{ grants: [{ id: '360G-x', title: 't' }] }, { grants: {} }].map((body) =>
    validate(body),
  );
  expect([amount, shape]).toEqual([false, false]);
});
