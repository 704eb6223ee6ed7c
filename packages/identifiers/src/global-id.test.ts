import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  apiKeyId,
  applicationId,
  callId,
  communeId,
  datasetId,
  departmentId,
  epciId,
  eptId,
  eventId,
  NODE_PREFIXES,
  needId,
  organizationId,
  parseId,
  regionId,
  siaeId,
} from './global-id.ts';

const commune = fc.stringMatching(/^(?:\d{2}|2[AB])\d{3}$/);
const siren = fc.stringMatching(/^\d{9}$/);
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(?:-[a-z0-9]{1,8}){0,4}$/);

const BUILDERS = {
  COM: { build: communeId, key: commune },
  EPCI: { build: epciId, key: siren },
  EPT: { build: eptId, key: siren },
  DEP: { build: departmentId, key: fc.stringMatching(/^(?:\d{2}|2[AB]|9[78]\d)$/) },
  REG: { build: regionId, key: fc.stringMatching(/^(?:\d{2}|9[78]\d)$/) },
  ORG: { build: organizationId, key: slug },
  CALL: {
    build: (edition: string) => callId(Number(edition)),
    key: fc.integer({ min: 1, max: 999_999_999 }).map(String),
  },
  APP: { build: applicationId, key: slug },
  EVT: { build: eventId, key: slug },
  SIAE: { build: siaeId, key: slug },
  NEED: { build: needId, key: slug },
  DS: { build: datasetId, key: fc.stringMatching(/^[A-Z][A-Z0-9]{0,8}(?:-[A-Z0-9]{1,8}){0,3}$/) },
  KEY: { build: apiKeyId, key: fc.stringMatching(/^[0-9a-z]{16}$/) },
};

describe.each(Object.entries(BUILDERS))('%s', (prefix, { build, key }) => {
  it('builds what parses back to the same key', () => {
    fc.assert(
      fc.property(key, (text) => {
        const id = build(text);
        expect(parseId(id)).toEqual({ prefix, key: text, id });
      }),
    );
  });

  it.each(['', ' ', 'x y', 'É', 'a\0', '-', '12 345'])('throws on the key %j', (text) => {
    expect(() => build(text)).toThrow(RangeError);
  });
});

describe('builders', () => {
  it('write the ids of the graph', () => {
    expect([
      communeId('92050'),
      communeId('2A004'),
      communeId('97411'),
      epciId('200040715'),
      eptId('200057982'),
      departmentId('92'),
      departmentId('2A'),
      departmentId('971'),
      regionId('11'),
      organizationId('les-canaux'),
      callId(3),
      datasetId('ESS-PANORAMA-92'),
    ]).toEqual([
      'COM:92050',
      'COM:2A004',
      'COM:97411',
      'EPCI:200040715',
      'EPT:200057982',
      'DEP:92',
      'DEP:2A',
      'DEP:971',
      'REG:11',
      'ORG:les-canaux',
      'CALL:3',
      'DS:ESS-PANORAMA-92',
    ]);
  });

  it('refuse a line break at the end', () => {
    expect(() => communeId('92050\n')).toThrow(RangeError);
    expect(() => organizationId('les-canaux\n')).toThrow(RangeError);
  });

  it.each([0, -3, 1.5, 1_000_000_000, 1e21, Number.NaN])('callId throws on %d', (edition) => {
    expect(() => callId(edition)).toThrow(RangeError);
  });
});

describe('parseId', () => {
  it.each([
    '',
    ':',
    'COM',
    'COM:',
    ':92050',
    'com:92050',
    'COM:9205',
    'COM:920500',
    'COM:2C004',
    'COM:2a004',
    ' COM:92050',
    'COM:92050 ',
    'COM: 92050',
    'COM:92050\n',
    'COM:92050\0',
    'COM::92050',
    'COM:９２０５０',
    'COM：92050',
    'EPT:20005798',
    'DEP:9',
    'DEP:2a',
    'DEP:920',
    'REG:111',
    'CALL:0',
    'CALL:03',
    'CALL:-1',
    'CALL:3.0',
    'CALL:1e3',
    'CALL:9999999999',
    'ORG:Les-Canaux',
    'ORG:les--canaux',
    'ORG:-les',
    'ORG:é',
    'DS:ess-panorama-92',
    'DS:92',
    'DS:ESS_PANORAMA',
    'DS:ESS-',
    'QPV:QN09201',
    'USER:1',
    'constructor:a',
    '__proto__:a',
    'toString:',
  ])('refuses %j', (text) => {
    expect(parseId(text)).toBeNull();
  });

  it('never throws, and accepts only the canonical text', () => {
    const prefixed = fc
      .tuple(fc.constantFrom(...Object.keys(BUILDERS), '__proto__', 'com'), fc.string({ unit: 'binary' }))
      .map(([prefix, rest]) => `${prefix}:${rest}`);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), prefixed), (text) => {
        const parsed = parseId(text);
        expect(parsed === null || parsed.id === text).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads a hostile length without exhausting the stack', () => {
    const runs = '-a'.repeat(5_000_000);
    expect([parseId(`ORG:a${runs}!`), parseId(`DS:A${runs}`)]).toEqual([null, null]);
  });
});

it('NODE_PREFIXES are those that the contract lists', () => {
  expect(NODE_PREFIXES).toEqual(['COM', 'EPCI', 'EPT', 'DEP', 'REG', 'ORG', 'APP', 'EVT', 'SIAE', 'NEED']);
});
