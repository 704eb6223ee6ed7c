import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const SUBGRAPHS = ['grants', 'observatory', 'events', 'procurement'];

/** `names` are those of values, types left out; `*` stands for all of them. */
type Import = { from: string; to: string; typeOnly: boolean; names: string[] };

const files = globSync('{gateway,packages,subgraphs}/**/src/**/*.{ts,tsx}', {
  cwd: ROOT,
  exclude: ['**/node_modules/**', '**/dist/**'],
}).filter((file) => !file.includes('/dist/') && !file.includes('/generated/'));
const imports = files.flatMap(importsOf);
const isTest = (file: string) => /\.(test|fixture)\.tsx?$/.test(file) || file.includes('/testing/');

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const target = (written: string) =>
    written.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), written)) : written;
  const fixed = /^(?:import|export)\s+(type\s+)?(?:([^;'"]*?)\sfrom\s+)?['"]([^'"]+)['"]/gm;
  const dynamic = /\bimport\s*\(\s*['"]([^'"]+)['"]/g;
  return [
    ...[...text.matchAll(fixed)].map(([, type, clause = '', written = '']) => ({
      from: file,
      to: target(written),
      typeOnly: type !== undefined,
      names: type === undefined ? valuesIn(clause) : [],
    })),
    ...[...text.matchAll(dynamic)].map(([, written = '']) => ({
      from: file,
      to: target(written),
      typeOnly: false,
      names: ['*'],
    })),
  ];
}

function valuesIn(clause: string): string[] {
  const braces = /\{([^}]*)\}/.exec(clause);
  const outside = clause
    .replace(/\{[^}]*\}/, '')
    .replaceAll(',', ' ')
    .trim();
  const inside = (braces?.[1] ?? '').split(',').map((name) => name.trim());
  return [
    ...(outside === '' && braces !== null ? [] : ['*']),
    ...inside
      .filter((name) => name !== '' && !name.startsWith('type '))
      .map((name) => name.split(' ')[0] ?? ''),
  ];
}

const breaches = (forbidden: (each: Import) => boolean) =>
  imports.filter(forbidden).map(({ from, to }) => `${from} -> ${to}`);
const role = (file: string) => /\.([a-z]+)\.ts$/.exec(file)?.[1] ?? '';
const subgraphOf = (file: string) =>
  /^subgraphs\/([a-z]+)\//.exec(file)?.[1] ?? /^@graphess\/([a-z]+)$/.exec(file)?.[1];

test('the walls see the house', () => {
  expect({ manyFiles: files.length > 100, manyImports: imports.length > 400 }).toEqual({
    manyFiles: true,
    manyImports: true,
  });
});

test('no import hides its target from the walls', () => {
  const hidden = files.filter((file) =>
    /\bimport\s*\((?!\s*['"])/.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  expect(hidden).toEqual([]);
});

test('the walls read a clause: values, types, all of a module', () => {
  expect(['{ a, type B, c as d }', '* as kit', 'kit', 'kit, { a }', '{ type B }', ''].map(valuesIn)).toEqual([
    ['a', 'c'],
    ['*'],
    ['*'],
    ['*', 'a'],
    [],
    ['*'],
  ]);
});

test('a subgraph never imports another', () => {
  expect(
    breaches(({ from, to }) => {
      const own = subgraphOf(from);
      const other = subgraphOf(to);
      return own !== undefined && other !== undefined && SUBGRAPHS.includes(other) && other !== own;
    }),
  ).toEqual([]);
});

test('one file alone outside the subgraphs imports them', () => {
  const importers = new Set(
    imports
      .filter(({ from, to }) => !from.startsWith('subgraphs/') && SUBGRAPHS.includes(subgraphOf(to) ?? ''))
      .map(({ from }) => from),
  );
  expect([...importers]).toEqual(['gateway/src/subgraphs.ts']);
});

test('the kit and the identifiers know nothing of the rest of the house', () => {
  expect(
    breaches(
      ({ from, to }) =>
        /^packages\/(subgraph-kit|identifiers)\//.test(from) && !isTest(from) && to.startsWith('@graphess/'),
    ),
  ).toEqual([]);
});

test('the kit speaks no word of the domain', () => {
  const words =
    /\b(grants?|laur[eé]at\w*|siae|commune|d[eé]partement|territor\w+|observatory|procurement|ESS|PROGR)\b/i;
  const spoken = files
    .filter((file) => file.startsWith('packages/subgraph-kit/') && !isTest(file))
    // GRANT is also a word of SQL, and the name of the house is no word of its trade.
    .filter((file) =>
      words.test(
        readFileSync(join(ROOT, file), 'utf8')
          .replaceAll(/GRANT\b/g, '')
          .replaceAll(/Graph[’']ESS|@graphess/gi, ''),
      ),
    );
  expect(spoken).toEqual([]);
});

test('the identifiers run in a browser', () => {
  expect(
    breaches(
      ({ from, to }) =>
        from.startsWith('packages/identifiers/') && !isTest(from) && !to.startsWith('packages/identifiers/'),
    ),
  ).toEqual([]);
});

/** What rules may take of the kit: functions of their arguments alone. */
const PURE_KIT = [
  ...['problem', 'collect', 'isUnprintable'],
  ...['dayAfter', 'isCalendarDay', 'lastDayOfMonth', 'parisDay', 'startOfParisDay'],
];

test('rules import types, identifiers, other rules and pure parts of the kit only', () => {
  expect(
    breaches(
      ({ from, to, typeOnly, names }) =>
        role(from) === 'rules' &&
        !typeOnly &&
        !/\.rules\.ts$/.test(to) &&
        to !== '@graphess/identifiers' &&
        !(to === '@graphess/subgraph-kit' && names.every((name) => PURE_KIT.includes(name))),
    ),
  ).toEqual([]);
});

test('entities import no queries, rules or resolver; queries import no rules or resolver', () => {
  const forbidden: Record<string, RegExp> = {
    entity: /\.(queries|rules|resolver)\.ts$/,
    queries: /\.(rules|resolver)\.ts$/,
  };
  expect(breaches(({ from, to }) => forbidden[role(from)]?.test(to) ?? false)).toEqual([]);
});

test('a slice imports the resolver of no other slice', () => {
  const isTable = (file: string) =>
    /^subgraphs\/([a-z]+)\/src\/\1(\.resolvers)?\.ts$/.test(file) || file === 'gateway/src/access/access.ts';
  expect(
    breaches(({ from, to }) => /\.resolver\.ts$/.test(to) && !isTable(from) && !from.endsWith('/index.ts')),
  ).toEqual([]);
});

test('no barrel below a package, no drawer', () => {
  const barrels = files.filter(
    (file) => /\/src\/.+\/index\.ts$/.test(file) && !file.endsWith('/testing/index.ts'),
  );
  const drawers = files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.ts)/.test(file));
  expect({ barrels, drawers }).toEqual({ barrels: [], drawers: [] });
});

test('the environment is read by the settings alone', () => {
  const readers = files.filter(
    (file) => !isTest(file) && /process\.env/.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  expect(
    readers.filter(
      (file) =>
        !/^(packages\/platform\/src\/settings|packages\/local-postgres\/|gateway\/src\/(start|cli\/|no-telemetry|explorer\/build-explorer))/.test(
          file,
        ),
    ),
  ).toEqual([]);
});

test('nothing that production starts with leads to the provider of demonstration accounts', () => {
  const fixed = (file: string) =>
    [
      ...readFileSync(join(ROOT, file), 'utf8').matchAll(
        /^(?:import|export)\s(?!type\s)[^;]*?['"]([^'"]+)['"];/gm,
      ),
    ].map(([, written = '']) =>
      written.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), written)) : written,
    );
  const reached = new Set<string>();
  const visit = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    if (file.endsWith('.ts')) for (const to of fixed(file)) visit(to);
  };
  for (const entry of ['start', 'start-services', 'main']) visit(`gateway/src/${entry}.ts`);
  expect([reached.has('gateway/src/identity/identity.ts'), reached.has('oidc-provider')]).toEqual([
    true,
    false,
  ]);
});

test('no import cycle', () => {
  const edges = Map.groupBy(
    imports.filter(({ to, typeOnly }) => !typeOnly && to.endsWith('.ts')),
    ({ from }) => from,
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
    if (done.has(file) || trail.includes(file)) return;
    for (const { to } of edges.get(file) ?? []) visit(to, [...trail, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(cycles).toEqual([]);
});

test('a source file holds one thing: 250 lines at most', () => {
  const long = files
    .filter((file) => !isTest(file) && !file.includes('/migrations/'))
    .map((file) => ({ file, lines: readFileSync(join(ROOT, file), 'utf8').split('\n').length }))
    .filter(({ lines }) => lines > 250);
  expect(long).toEqual([]);
});
