import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isActive } from './case.ts';
import { CATALOGUE } from './catalogue.ts';
import { type Report, runCatalogue } from './run-catalogue.ts';
import { emptyDatabase, hostileWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await hostileWorld({ mode: 'one process' });
});
afterAll(() => world.stop());

const cases = CATALOGUE.filter(isActive).filter(({ slow }) => !slow);
const shareOfFailed = ({ outcomes, failed }: Report) => failed.length / outcomes.length;

test('a server that refuses everything fails the catalogue', async () => {
  const refuser = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(400, { 'content-type': 'application/json', 'x-content-type-options': 'nosniff' });
      response.end('{"errors":[{"message":"Non.","extensions":{"code":"BAD_REQUEST"}}]}');
    });
  });
  await new Promise<void>((resolve) => refuser.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(refuser.address() as AddressInfo).port}`;
  const report = await runCatalogue({ ...world, url }, cases);
  refuser.close();
  expect(shareOfFailed(report)).toBeGreaterThanOrEqual(0.9);
});

test('a platform without data fails the catalogue', async () => {
  await emptyDatabase(world.databaseUrl);
  const report = await runCatalogue(world, cases);
  expect(shareOfFailed(report)).toBeGreaterThanOrEqual(0.9);
});
