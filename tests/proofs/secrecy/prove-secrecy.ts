import { parseArgs } from 'node:util';
import type { Recipe } from '../../../packages/secrecy/src/generated-table.fixture.ts';
import { type Proved, prove, provePrice } from './prove-table.ts';

/**
 * `npm run prove -- secrecy [--tables 950] [--large 50]`: tables of the real geography, drawn with fixed seeds, are
 * protected and then attacked. Prints what the reader could compute (nothing), what primary suppression alone would have
 * leaked, what is still published, and how far from the best. Exits with 1 when a line does not hold.
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    tables: { type: 'string', default: '950' },
    large: { type: 'string', default: '50' },
    budget: { type: 'string', default: '50' },
  },
});
const AT_ONCE = 2;
const PRICED = 20;
const began = performance.now();
const say = (text: string) => process.stdout.write(`${text}\n`);
const minutes = () => `${((performance.now() - began) / 60_000).toFixed(1)} min`;

const small = Array.from({ length: Number(values.tables) }, (_, at) => recipe(at, false));
const large = Array.from({ length: Number(values.large) }, (_, at) => recipe(at, true));
let broken = false;
const JUDGEMENTS: readonly Judgement[] = [
  { what: 'recoverableCells = 0', isBroken: ({ determined }) => determined > 0 },
  { what: 'protection interval held (±15 %, ±1)', isBroken: ({ narrow }) => narrow > 0 },
  { what: 'ties with single contributors: 0', isBroken: ({ ties }) => ties > 0 },
  { what: 'every published cell true, no zero hidden', isBroken: ({ faults }) => faults > 0 },
  { what: 'every primary cell protected', isBroken: ({ unprotectable }) => unprotectable > 0 },
  { what: 'bound below the cost', isBroken: ({ cost, bound }) => bound > cost * (1 + 1e-9) },
  {
    what: 'primary suppression alone leaks (negative control)',
    isBroken: ({ control }) => control.determined === 0,
  },
];

const smallProved = await report('37 communes × 4 EPT × 5 families', small, 120_000);
const largeProved = await report('the same × 17 sectors', large, Number(values.budget) * 1000);
judge('small tables proven optimal', smallProved, ({ status }) => status !== 'OPTIMAL');
await reportPrice();
say(`${smallProved.length + largeProved.length} tables in ${minutes()}`);
if (broken) process.exitCode = 1;

function recipe(at: number, sectors: boolean): Recipe {
  const units = sectors ? 3000 + ((at * 1777) % 5001) : 250 + ((at * 997) % 7751);
  return {
    seed: (sectors ? 100_000 : 1) + at,
    units,
    spread: 1.1 + ((at * 7) % 11) / 20,
    counts: at % 2 === 1,
    sectors,
  };
}

type Judgement = { readonly what: string; readonly isBroken: (each: Proved) => boolean };

/** A run that is cut says what held until then. */
function soFar(proved: readonly Proved[]): string {
  const broken = JUDGEMENTS.flatMap(({ what, isBroken }) => {
    const seeds = proved.filter(isBroken).map(({ recipe }) => recipe.seed);
    return seeds.length === 0
      ? []
      : [`BROKEN ${what} (${seeds.length}: seeds ${seeds.slice(0, 10).join(', ')})`];
  });
  const optimal = proved.filter(({ status }) => status === 'OPTIMAL').length;
  return [broken.length === 0 ? 'all holds' : broken.join('; '), `${optimal} proven optimal`].join(', ');
}

async function report(title: string, recipes: readonly Recipe[], budgetMs: number): Promise<Proved[]> {
  say(`${title}: ${recipes.length} tables`);
  const every = recipes.length > 100 ? 50 : 5;
  const proved = await pooled(
    recipes,
    (each) => prove(each, budgetMs),
    (known) => {
      if (known.length % every === 0) {
        say(`    ${known.length} of ${recipes.length}, ${minutes()}; so far: ${soFar(known)}`);
      }
    },
  );
  if (proved.length === 0) return [];
  for (const { what, isBroken } of JUDGEMENTS) judge(what, proved, isBroken);
  for (const counts of [false, true]) {
    const own = proved.filter((each) => each.recipe.counts === counts);
    if (own.length > 0) say(`    ${counts ? 'counts' : 'jobs'}: ${figures(own)}`);
  }
  return proved;
}

function figures(proved: readonly Proved[]): string {
  const mean = (of: (each: Proved) => number) =>
    proved.reduce((sum, each) => sum + of(each), 0) / proved.length;
  const times = proved.map(({ ms }) => ms).sort((one, other) => one - other);
  const at = (share: number) =>
    ((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) / 1000).toFixed(1);
  const statuses = Object.entries(Object.groupBy(proved, ({ status }) => status))
    .map(([status, those]) => `${those?.length} ${status}`)
    .join(', ');
  const gaps = proved.map(({ cost, bound }) => (cost === 0 ? 0 : (cost - bound) / cost));
  return [
    `${mean(({ primaries }) => primaries).toFixed(1)} primary and ${mean(({ secondaries }) => secondaries).toFixed(1)} secondary cells`,
    `alone, primaries would have leaked ${mean(({ control }) => control.determined).toFixed(1)} exactly` +
      ` (${Math.min(...proved.map(({ control }) => control.determined))} to ${Math.max(...proved.map(({ control }) => control.determined))})` +
      ` and given ${mean(({ control }) => control.ties).toFixed(1)} to lone contributors`,
    `value published ${(100 * mean(({ valueShare }) => valueShare)).toFixed(2)} %`,
    `${statuses}; gap ${((100 * gaps.reduce((sum, gap) => sum + gap, 0)) / gaps.length).toFixed(2)} % (most ${(100 * Math.max(...gaps)).toFixed(2)} %)`,
    `${at(0.5)} s, at most ${at(1)} s`,
  ].join('; ');
}

function judge(what: string, proved: readonly Proved[], isBroken: (each: Proved) => boolean): void {
  const culprits = proved.filter(isBroken);
  broken ||= culprits.length > 0;
  const seeds = culprits.slice(0, 10).map(({ recipe }) => recipe.seed);
  say(
    `    ${culprits.length === 0 ? 'holds ' : 'BROKEN'}  ${what}${seeds.length > 0 ? ` (${culprits.length}: seeds ${seeds.join(', ')})` : ''}`,
  );
}

async function reportPrice(): Promise<void> {
  const prices = await pooled(
    small.slice(0, PRICED),
    (each) => provePrice(each, 120_000),
    () => {},
  );
  for (const counts of [false, true]) {
    const own = prices.filter((each) => each.counts === counts);
    if (own.length === 0) continue;
    const ratio = own.reduce((sum, { price }) => sum + price, 0) / own.length;
    const safe = own.every(({ leaks }) => leaks === 0);
    broken ||= !safe;
    say(
      `the reader who knows that a hidden cell is at least 1, ${counts ? 'counts' : 'jobs'}: cost × ${ratio.toFixed(2)} on ${own.length} tables; ` +
        `${own.filter(({ optimal }) => optimal).length} proven optimal; ${safe ? 'holds' : 'BROKEN'}`,
    );
  }
}

async function pooled<In, Out>(
  all: readonly In[],
  work: (each: In) => Promise<Out>,
  progress: (results: readonly Out[]) => void,
): Promise<Out[]> {
  const results: Out[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let each = all[next]; each !== undefined; each = all[next]) {
        next += 1;
        results.push(await work(each));
        progress(results);
      }
    }),
  );
  return results;
}
