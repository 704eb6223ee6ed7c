import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type RoundRobin = { readonly url: string; ready(): number; stop(): void };

const PROBE_MS = 200;

/**
 * A load balancer as plain as can be: each request goes to the next backend whose `/readyz` last said 200, over kept
 * connections, and is never sent twice. What a backend does not answer is a 502.
 */
export async function roundRobin(backends: readonly string[]): Promise<RoundRobin> {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const readyOnes = new Set<string>();
  const probe = async () => {
    await Promise.all(
      backends.map(async (backend) => {
        const ok = await fetch(`${backend}/readyz`, { signal: AbortSignal.timeout(1_000) }).then(
          (response) => response.ok,
          () => false,
        );
        if (ok) readyOnes.add(backend);
        else readyOnes.delete(backend);
      }),
    );
  };
  let turn = 0;
  const forward = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const choices = backends.filter((backend) => readyOnes.has(backend));
    const backend = choices[turn++ % Math.max(choices.length, 1)];
    const lost = () => {
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(502).end();
    };
    if (backend === undefined) return lost();
    const { connection: _hop, ...headers } = incoming.headers;
    const onward = request(
      `${backend}${incoming.url}`,
      { agent, method: incoming.method, headers },
      (response) => {
        const { connection: _own, 'keep-alive': _time, ...answered } = response.headers;
        outgoing.writeHead(response.statusCode ?? 502, answered);
        response.on('error', lost);
        response.pipe(outgoing);
      },
    );
    onward.on('error', lost);
    incoming.pipe(onward);
  };
  const server = createServer(forward);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await probe();
  const timer = setInterval(probe, PROBE_MS);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ready: () => readyOnes.size,
    stop() {
      clearInterval(timer);
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}
