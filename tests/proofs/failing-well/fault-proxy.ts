import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

export type Fault = 'none' | 'slow' | 'garbage';

export type FaultProxy = {
  readonly url: string;
  /** Where to pass connections on; before it is known they are refused. */
  target(port: number): void;
  /** Cuts the connections that are open: a kept one would not meet the fault. */
  set(fault: Fault): void;
  stop(): void;
};

const SLOW_MS = 5_000;
const GARBAGE =
  'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 11\r\n\r\n\u0000{"da\u0001ta":]';

/** A TCP proxy on loopback that can delay what it passes on by five seconds, or answer garbage in its place. */
export async function faultProxy(): Promise<FaultProxy> {
  let fault: Fault = 'none';
  let port: number | null = null;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    open.add(client);
    client.on('error', () => client.destroy());
    client.on('close', () => open.delete(client));
    if (fault === 'garbage') {
      client.on('data', () => client.write(GARBAGE));
      return;
    }
    if (port === null) return client.destroy();
    const origin = connect(port, '127.0.0.1');
    origin.on('error', () => client.destroy());
    origin.on('close', () => client.destroy());
    client.on('close', () => origin.destroy());
    origin.pipe(client);
    const delay = fault === 'slow' ? SLOW_MS : 0;
    client.on('data', (chunk) => {
      if (delay === 0) origin.write(chunk);
      else setTimeout(() => origin.write(chunk), delay).unref();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    target(origin) {
      port = origin;
    },
    set(next) {
      fault = next;
      for (const socket of open) socket.destroy();
    },
    stop() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
