import { Agent, request } from 'node:http';
import type { Read } from './reads.ts';

export type Sample = {
  readonly read: Read;
  /** Seconds since the load began, when the request was sent. */
  readonly at: number;
  readonly ms: number;
  /** 0 when no answer came: the request was dropped. */
  readonly status: number;
  readonly codes: readonly string[];
};

export type Load = { url: string; reads: readonly Read[]; seconds: number };

/** Keeps `clients` busy one request after the other: what the platform can do at most. */
export async function saturate({ url, reads, seconds }: Load, clients: number): Promise<Sample[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const startedAt = performance.now();
  const samples: Sample[] = [];
  let next = 0;
  const client = async () => {
    while (performance.now() - startedAt < seconds * 1000) {
      samples.push(await ask(agent, url, readAt(reads, next++), startedAt));
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return samples;
}

/** Sends `perSecond` requests a second whatever becomes of them: a slow answer delays nobody's question. */
export async function drive({ url, reads, seconds }: Load, perSecond: number): Promise<Sample[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const startedAt = performance.now();
  const asked: Promise<Sample>[] = [];
  while (performance.now() - startedAt < seconds * 1000) {
    const due = Math.floor(((performance.now() - startedAt) / 1000) * perSecond);
    while (asked.length < due) asked.push(ask(agent, url, readAt(reads, asked.length), startedAt));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const samples = await Promise.all(asked);
  agent.destroy();
  return samples;
}

function readAt(reads: readonly Read[], index: number): Read {
  const found = reads[index % reads.length];
  if (found === undefined) throw new RangeError('no read to send');
  return found;
}

function ask(agent: Agent, url: string, read: Read, startedAt: number): Promise<Sample> {
  const sentAt = performance.now();
  return new Promise((resolve) => {
    const done = (status: number, text: string) =>
      resolve({
        read,
        at: (sentAt - startedAt) / 1000,
        ms: performance.now() - sentAt,
        status,
        codes: codesOf(text),
      });
    const sent = request(
      `${url}/graphql`,
      {
        agent,
        method: 'POST',
        timeout: 20_000,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(read.body) },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => done(response.complete ? (response.statusCode ?? 0) : 0, text));
        response.on('error', () => done(0, ''));
      },
    );
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => done(0, ''));
    sent.end(read.body);
  });
}

function codesOf(text: string): string[] {
  try {
    const { errors = [] } = JSON.parse(text) as { errors?: { extensions?: { code?: string } }[] };
    return errors.map(({ extensions }) => extensions?.code ?? 'NO_CODE');
  } catch {
    return ['NO_JSON'];
  }
}
