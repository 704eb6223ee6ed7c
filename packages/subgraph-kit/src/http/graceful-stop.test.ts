import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pass } from 'node:timers/promises';
import { fastify } from 'fastify';
import { expect, test } from 'vitest';
import { gracefulStop } from './graceful-stop.ts';

type Stop = 'gracious' | 'naive';

async function server(stop: Stop) {
  const app = fastify({ return503OnClosing: false });
  const graceful = stop === 'gracious' ? gracefulStop(app, { lameDuckMs: 400 }) : null;
  app.get('/work', async () => {
    await pass(5);
    return 'done';
  });
  app.get('/ready', async (_request, reply) => reply.code(graceful?.stopping() ? 503 : 200).send('ready'));
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url, stop: () => (graceful === null ? app.close() : graceful.close()) };
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** The status of an answer, or null when the connection did not bring one. */
function get(url: string): Promise<number | null> {
  return new Promise((resolve) => {
    request(url, { agent }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? null));
      response.on('error', () => resolve(null));
    })
      .on('error', () => resolve(null))
      .end();
  });
}

/** Four clients ask two servers in turn, leaving out one that says it is not ready; meanwhile one stops and comes back. */
async function rolling(stop: Stop, restarts: number): Promise<{ asked: number; dropped: number }> {
  const servers = [await server(stop), await server(stop)];
  const ready = new Set(servers);
  let going = true;
  let turn = 0;
  const counts = { asked: 0, dropped: 0 };
  const balancer = (async () => {
    while (going) {
      for (const each of [...servers]) {
        if ((await get(`${each.url}/ready`)) === 200) ready.add(each);
        else ready.delete(each);
      }
      await pass(50);
    }
  })();
  const clients = Array.from({ length: 4 }, async () => {
    while (going) {
      const choice = [...ready];
      turn += 1;
      const chosen = choice[turn % choice.length];
      if (chosen === undefined) continue;
      counts.asked += 1;
      if ((await get(`${chosen.url}/work`)) !== 200) counts.dropped += 1;
    }
  });
  await pass(200);
  for (let restart = 0; restart < restarts; restart += 1) {
    await servers[0]?.stop();
    servers.shift();
    servers.push(await server(stop));
    await pass(100);
  }
  going = false;
  await Promise.all([balancer, ...clients]);
  agent.destroy();
  for (const each of servers) await each.stop();
  return counts;
}

test('two rolling restarts behind a balancer that retries nothing drop no request', async () => {
  const { asked, dropped } = await rolling('gracious', 2);
  expect([asked > 50, dropped]).toEqual([true, 0]);
});

test('a naive stop drops some', async () => {
  const { asked, dropped } = await rolling('naive', 8);
  expect([asked > 50, dropped > 0]).toEqual([true, true]);
});

test('a connection that never asked anything does not keep a server from stopping', async () => {
  const app = fastify();
  const { close } = gracefulStop(app);
  const url = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  const silent = connect(Number(url.port), '127.0.0.1');
  silent.on('error', () => {});
  await pass(50);
  await close();
  expect(app.server.listening).toBe(false);
});

test('what is not answered by the deadline is cut off', async () => {
  const app = fastify();
  const { close } = gracefulStop(app, { deadlineMs: 100 });
  const never = Promise.withResolvers<never>();
  app.get('/never', () => never.promise);
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const asked = get(`${url}/never`);
  await pass(50);
  await close();
  expect(await asked).toBe(null);
});
