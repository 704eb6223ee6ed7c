import { freePorts } from '../../../gateway/src/free-ports.ts';
import { SUBGRAPHS, type SubgraphName } from '../../../packages/platform/src/settings.ts';
import { type FaultProxy, faultProxy } from './fault-proxy.ts';
import { isGood, lastBad, needs, outcomes, percentile } from './figures.ts';
import type { Sample } from './load.ts';
import { drive, saturate } from './load-thread.ts';
import { READS } from './reads.ts';
import { roundRobin } from './round-robin.ts';
import { dataFolder, type Running, runGateway, runScript } from './running-platform.ts';

/**
 * `npm run prove -- failing-well`: the platform as services under half of the load that it can bear, while its parts are
 * killed, restarted, slowed down and made to answer garbage; then two gateways restarted in turn behind a load balancer
 * that retries nothing. Prints figures; exits with 1 when a promise is not kept.
 */
const FAULT_AT_S = 3;
const SLOWDOWN_ALLOWED = 2;

const verdicts: { what: string; kept: boolean }[] = [];
const say = (text: string) => process.stdout.write(`${text}\n`);
const judge = (what: string, kept: boolean) => {
  verdicts.push({ what, kept });
  say(`    ${kept ? 'kept  ' : 'BROKEN'}  ${what}`);
};
const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000));
const ms = (value: number) => `${value.toFixed(0)} ms`;

const folder = dataFolder();
const proxies = new Map<SubgraphName, FaultProxy>();
for (const name of SUBGRAPHS) proxies.set(name, await faultProxy());
const proxyOf = (name: SubgraphName): FaultProxy => {
  const proxy = proxies.get(name);
  if (proxy === undefined) throw new RangeError(`No proxy in front of ${name}`);
  return proxy;
};
const [port = 0, firstPort = 0, secondPort = 0] = await freePorts(3);
const env = {
  DATA_DIR: folder.path,
  PORT: String(port),
  LOG_LEVEL: 'error',
  ...Object.fromEntries(SUBGRAPHS.map((name) => [`${name.toUpperCase()}_URL`, proxyOf(name).url])),
};
const url = `http://127.0.0.1:${port}`;
const platform = runScript('start:services', env);
const others: Running[] = [];

try {
  for (const name of SUBGRAPHS) {
    const [, own] = await platform.said(new RegExp(`${name} répond sur http://127\\.0\\.0\\.1:(\\d+)`), 90);
    proxyOf(name).target(Number(own));
  }
  await platform.said(/Tout est prêt/, 60);

  await saturate({ url, reads: READS, seconds: 6 }, 16);
  const full = await saturate({ url, reads: READS, seconds: 8 }, 16);
  const capacity = full.filter(isGood).length / 8;
  const rate = capacity / 2;
  say(`capacity: ${capacity.toFixed(0)} requests/s, mixed reads (${outcomes(full)}); load: half of it`);
  const before = await drive({ url, reads: READS, seconds: 20 }, rate);
  say(
    `before: p50 ${ms(percentile(before, 0.5))}, p99 ${ms(percentile(before, 0.99))} (${outcomes(before)})`,
  );
  judge('without a fault every answer is good', before.every(isGood));

  for (const name of SUBGRAPHS) {
    await underFault(`${name} killed, started again by its supervisor`, name, 16, async () => {
      const [, pid] = await platform.said(
        new RegExp(`${name} (?:démarre|redémarre) \\(processus (\\d+)\\)`),
        1,
      );
      process.kill(Number(pid), 'SIGKILL');
    });
  }
  for (const fault of ['slow', 'garbage'] as const) {
    const victim = fault === 'slow' ? 'events' : 'procurement';
    const told = fault === 'slow' ? 'answers after 5 s' : 'answers garbage';
    await underFault(`${victim} ${told}, for 8 s`, victim, 16, async () => {
      proxyOf(victim).set(fault);
      await seconds(8);
      proxyOf(victim).set('none');
    });
  }
  await databaseRestarted(rate);
  await rollingRestarts(rate);

  async function underFault(title: string, victim: SubgraphName, during: number, fault: () => Promise<void>) {
    say(title);
    const load = drive({ url, reads: READS, seconds: FAULT_AT_S + during }, rate);
    await seconds(FAULT_AT_S);
    await fault();
    const samples = await load;
    const rest = samples.filter((sample) => !needs(victim)(sample));
    const touched = samples.filter(needs(victim));
    const [was, is] = [before.filter((sample) => !needs(victim)(sample)), rest].map((those) =>
      percentile(those, 0.99),
    ) as [number, number];
    say(`    others: ${outcomes(rest)}; p99 ${ms(is)}, was ${ms(was)} (× ${(is / was).toFixed(2)})`);
    say(`    with ${victim}: ${outcomes(touched)}; all good again ${recovery(touched)}`);
    judge('what does not need it is answered, whole', rest.every(isGood));
    judge('what needs it gets what there is and a code, at worst a 503', touched.every(isHonest));
    judge(`p99 of the others within ${SLOWDOWN_ALLOWED} × of before`, is <= was * SLOWDOWN_ALLOWED);
    judge('it is back without a restart of anything else', isBack(touched, FAULT_AT_S + during));
    await seconds(2);
  }

  async function databaseRestarted(perSecond: number) {
    say('PostgreSQL restarted (npm run db:restart)');
    const load = drive({ url, reads: READS, seconds: 20 }, perSecond);
    await seconds(FAULT_AT_S);
    const restart = runScript('db:restart', env);
    others.push(restart);
    const samples = await load;
    await restart.end('SIGTERM');
    say(`    ${outcomes(samples)}; all good again ${recovery(samples)}`);
    judge('db:restart did its work', restart.child.exitCode === 0);
    judge(
      'meanwhile every answer is honest: what there is and a code, at worst a 503',
      samples.every(isHonest),
    );
    judge('answers return without a restart of the services', isBack(samples, 20));
  }

  async function rollingRestarts(perSecond: number) {
    say('two gateways behind a load balancer that retries nothing');
    const ports = [firstPort, secondPort];
    const start = (own: number) => {
      const gateway = runGateway({ ...env, PORT: String(own), LAME_DUCK_MS: '2000' });
      others.push(gateway);
      return gateway;
    };
    const gateways = ports.map(start);
    const balancer = await roundRobin(ports.map((own) => `http://127.0.0.1:${own}`));
    const bothReady = async () => {
      while (balancer.ready() < 2) await seconds(0.2);
    };
    await bothReady();
    await saturate({ url: balancer.url, reads: READS, seconds: 4 }, 8);

    let done = false;
    const samples: Sample[] = [];
    const load = (async () => {
      while (!done)
        samples.push(...(await drive({ url: balancer.url, reads: READS, seconds: 5 }, perSecond)));
    })();
    await seconds(1);
    for (let round = 1; round <= 3; round += 1) {
      for (const [index, own] of ports.entries()) {
        await gateways[index]?.end('SIGTERM');
        while (balancer.ready() > 1) await seconds(0.1);
        gateways[index] = start(own);
        await bothReady();
      }
    }
    done = true;
    await load;
    say(`    three rolling restarts: ${outcomes(samples)}`);
    judge('0 dropped requests, every answer good', samples.every(isGood));

    const killed = drive({ url: balancer.url, reads: READS, seconds: 4 }, perSecond);
    await seconds(1);
    await gateways[0]?.end('SIGKILL');
    const control = await killed;
    say(`    control, one gateway killed without warning: ${outcomes(control)}`);
    judge('the control does drop requests: the count sees them', !control.every(isGood));
    balancer.stop();
  }
} finally {
  for (const other of others) await other.end('SIGTERM');
  await platform.end('SIGTERM');
  for (const proxy of proxies.values()) proxy.stop();
  folder.remove();
}

const broken = verdicts.filter(({ kept }) => !kept);
say(`${verdicts.length - broken.length} of ${verdicts.length} promises kept`);
process.exit(broken.length === 0 ? 0 : 1);

/** An answer of which a part may be missing, and says so; nothing but « come back later » is a 503. */
function isHonest({ status, codes }: Sample): boolean {
  return (
    (status === 200 && codes.every((code) => code === 'SUBGRAPH_UNAVAILABLE' || code === 'OVERLOADED')) ||
    (status === 503 && codes.every((code) => code === 'OVERLOADED'))
  );
}

function recovery(samples: readonly Sample[]): string {
  const last = lastBad(samples);
  return last === null
    ? 'throughout'
    : `${Math.max(0, last - FAULT_AT_S).toFixed(1)} s after the fault began`;
}

function isBack(samples: readonly Sample[], end: number): boolean {
  return samples.filter(({ at }) => at > end - 2).every(isGood);
}
