import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTerritoryId, parseTerritoryId } from './territory-id.ts';

describe('parseTerritoryId', () => {
  it.each([
    ['COM:92050', 'COMMUNE', '92050'],
    ['COM:2B033', 'COMMUNE', '2B033'],
    ['EPCI:200040715', 'EPCI', '200040715'],
    ['EPT:200057982', 'EPT', '200057982'],
    ['DEP:92', 'DEPARTMENT', '92'],
    ['DEP:971', 'DEPARTMENT', '971'],
    ['REG:11', 'REGION', '11'],
  ])('%s', (id, level, code) => {
    expect([parseTerritoryId(id), isTerritoryId(id)]).toEqual([{ id, level, code }, true]);
  });

  it.each(['ORG:les-canaux', 'CALL:3', 'DS:ESS-DEMO', 'COM:9205', '92050', 'constructor:92', ''])(
    'refuses %j',
    (text) => {
      expect([parseTerritoryId(text), isTerritoryId(text)]).toEqual([null, false]);
    },
  );

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(isTerritoryId(text)).toBe(parseTerritoryId(text) !== null);
      }),
    );
  });
});
