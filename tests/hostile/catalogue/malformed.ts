import type { HostileCase } from '../case.ts';
import { harmless, refusedRequest } from '../expectations.ts';
import { bytes } from '../shots.ts';

const BODIES: readonly (readonly [id: string, body: string, what: string, source?: string])[] = [
  ['HTTP-101', '{"query":1}', 'a number as the document'],
  ['HTTP-102', '{"query":["{__typename}"]}', 'a list as the document'],
  ['HTTP-103', '{"query":null}', 'null as the document'],
  ['HTTP-105', '{"query":"   "}', 'spaces as the document'],
  ['HTTP-107', '{"query":"{__typename}","variables":[1]}', 'a list of variables'],
  ['HTTP-111', '{"query":"query A{__typename} query B{__typename}"}', 'two operations and no choice'],
  [
    'HTTP-112',
    '{"query":"query A{__typename}","operationName":"Z"}',
    'the name of an operation that is not there',
  ],
  ['HTTP-200', '', 'an empty body'],
  ['HTTP-201', 'null', 'null'],
  ['HTTP-202', '"x"', 'a string'],
  ['HTTP-203', '42', 'a number'],
  ['HTTP-204', '{}', 'an empty object'],
  ['HTTP-207', "{'query':'{__typename}'}", 'JSON with single quotes'],
  ['HTTP-208', '{"query":"{__typename}",}', 'JSON with a comma too many'],
  ['HTTP-210', 'NaN', 'what is no number and no JSON'],
  ['HTTP-550', '{"query":"{__typename}"} {"query":"{me{kind}}"}', 'a second object behind the first', 'own'],
  ['HTTP-551', '{"query":"{__typename}","variables":"{}"}', 'variables in a string', 'own'],
  ['HTTP-552', '{"query":"{__typename}","operationName":7}', 'a number as the name of an operation', 'own'],
  ['HTTP-553', '{"query":"{__typename}","extensions":[1]}', 'a list of extensions', 'own'],
  ['HTTP-554', '{"query":"{__typename}","variables":{"a":1e}}', 'half a number', 'own'],
  ['HTTP-555', '{"query":"{__typename}\u0000"}', 'a null byte inside a string of JSON', 'own'],
  ['HTTP-556', '{"query":"{ __typename } \\u0000"}', 'an escaped null byte inside the document', 'own'],
  ['HTTP-557', '{"query":"{__typename}","variables":{"a":Infinity}}', 'infinity', 'own'],
  ['HTTP-558', '{"mutation":"{__typename}"}', 'a document under another name', 'own'],
];

/** Bodies that are no request of GraphQL over HTTP. */
export const malformed: readonly HostileCase[] = [
  ...BODIES.map(
    ([id, body, what, source = 'GraphQL over HTTP; graphql-http audits']): HostileCase => ({
      id,
      category: 'malformed',
      severity: 'low',
      intent: `Send ${what}.`,
      source,
      shot: bytes(body),
      expect: refusedRequest(),
      twin: 'a body with spaces',
    }),
  ),
  {
    id: 'HTTP-221',
    category: 'malformed',
    severity: 'medium',
    intent: 'Begin a good body with a byte order mark.',
    source: 'RFC 8259, 8.1',
    shot: bytes(Buffer.from('\ufeff{"query":"{__typename}"}', 'utf8')),
    expect: harmless(),
    twin: 'a body with spaces',
  },
  {
    id: 'HTTP-560',
    category: 'malformed',
    severity: 'medium',
    intent: 'Send bytes that are no UTF-8.',
    source: 'own: RFC 8259, 8.1',
    shot: bytes(
      Buffer.concat([
        Buffer.from('{"query":"{__typename}","operationName":"'),
        Buffer.from([0xff, 0xfe, 0xc0]),
        Buffer.from('"}'),
      ]),
    ),
    expect: refusedRequest(),
    twin: 'a body with spaces',
  },
  {
    id: 'HTTP-561',
    category: 'malformed',
    severity: 'medium',
    intent: 'Give the document twice, so that two readers see different ones.',
    source: 'own: RFC 8259, 4: names should be unique',
    shot: bytes('{"query":"{ __typename }","query":"{ applications { totalCount } }"}'),
    expect: { status: [200, 400, 401, 403], data: 'none' },
    twin: 'a body with spaces',
  },
  {
    id: 'HTTP-562',
    category: 'malformed',
    severity: 'low',
    intent: 'Send a good body in UTF-16.',
    source: 'own: RFC 8259, 8.1',
    shot: bytes(Buffer.from('{"query":"{__typename}"}', 'utf16le')),
    expect: refusedRequest(),
    twin: 'a body with spaces',
  },
];
