import { VISITOR, type Viewer } from '@graphess/subgraph-kit';
import { testIdentities } from '@graphess/subgraph-kit/testing';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { expect, test } from 'vitest';
import type { GatewayContext } from '../gateway-context.ts';
import { statementsFor } from './statements.ts';

const identity = (await testIdentities('grants'))('gateway');
const AGENT: Viewer = {
  kind: 'person',
  subject: 'p-1',
  roles: ['agent'],
  scopes: ['calls:read'],
  organization: 'o-1',
};
const context = (viewer: Viewer, requestId: string) => ({ viewer, requestId }) as GatewayContext;

test('a request is signed once for a subgraph, and anew for another request or subgraph', async () => {
  const [forGrants, forEvents] = [statementsFor(identity, 'grants'), statementsFor(identity, 'events')];
  const [first, second] = [context(AGENT, 'request-1'), context(AGENT, 'request-1')];
  const statements = [
    await forGrants(first),
    await forGrants(first),
    await forGrants(second),
    await forEvents(first),
  ];
  expect(statements.map((each) => statements.indexOf(each))).toEqual([0, 0, 2, 3]);
});

test('it holds who asks, what for and until when, and nothing else', async () => {
  const token = await statementsFor(identity, 'grants')(context(AGENT, 'request-1'));
  const { iat = 0, exp, jti, ...claims } = decodeJwt(token);
  expect([decodeProtectedHeader(token), claims, exp, typeof jti]).toEqual([
    { alg: 'Ed25519', kid: identity.kid, typ: 'viewer+jwt' },
    {
      iss: 'gateway',
      aud: 'grants',
      sub: 'p-1',
      kind: 'person',
      roles: ['agent'],
      scopes: ['calls:read'],
      org: 'o-1',
      rid: 'request-1',
    },
    iat + 30,
    'string',
  ]);
});

test('a visitor has no subject', async () => {
  const token = await statementsFor(identity, 'grants')(context(VISITOR, 'request-1'));
  const { sub, org, kind } = decodeJwt(token);
  expect([sub, org, kind]).toEqual([undefined, undefined, 'visitor']);
});
