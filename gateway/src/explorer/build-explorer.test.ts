import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureExplorer } from './build-explorer.ts';

let folder: string;
let sentences: string[];

const places = () => ({ sourceDir: join(folder, 'source'), cacheDir: join(folder, 'cache') });
const ensure = () => ensureExplorer((sentence) => sentences.push(sentence), places());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'graphess-build-'));
  sentences = [];
  mkdirSync(join(folder, 'source'));
  writeSource(
    'index.html',
    '<!doctype html><title>page</title><script type="module" src="./main.ts"></script>',
  );
  writeSource('main.ts', 'document.title = "first";');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writeSource(name: string, text: string): void {
  writeFileSync(join(folder, 'source', name), text);
}

test('builds once for given sources, anew when they change', async () => {
  const first = ensure();
  expect(first.directory()).toBe(null);
  await first.settled();
  const built = first.directory();
  expect(built === null ? null : existsSync(join(built, 'index.html'))).toBe(true);
  expect(sentences).toEqual([
    'Préparation de l’explorateur, en arrière-plan…',
    'L’explorateur est prêt : ouvrez /graphql dans un navigateur.',
  ]);

  expect(ensure().directory()).toBe(built);
  expect(sentences.length).toBe(2);

  writeSource('main.ts', 'document.title = "second";');
  const second = ensure();
  expect(second.directory()).toBe(null);
  await second.stop();
});

test('two programs that build the same sources at once both get them, and nothing is left half made', async () => {
  const both = [ensure(), ensure()];
  await Promise.all(both.map((explorer) => explorer.settled()));
  expect(both[0]?.directory()).toBe(both[1]?.directory());
  expect(both.map((explorer) => explorer.failed())).toEqual([false, false]);
  expect(readdirSync(join(folder, 'cache')).filter((name) => name.startsWith('building-'))).toEqual([]);
});

test('a build that fails is told with the place of its cause, and throws nothing', async () => {
  writeSource('main.ts', "import './missing.ts';");
  const explorer = ensure();
  await explorer.settled();
  expect([explorer.directory(), explorer.failed()]).toEqual([null, true]);
  const log = join(folder, 'cache', 'build.log');
  expect(sentences.at(-1)).toBe(
    `L’explorateur n’a pas pu être préparé ; le graphe répond quand même. La cause est dans ${log}.`,
  );
  expect(/missing\.ts/.test(readFileSync(log, 'utf8'))).toBe(true);
  expect(readdirSync(join(folder, 'cache'))).toEqual(['build.log']);
});

test('sources that are not there are a failure like another', async () => {
  rmSync(join(folder, 'source'), { recursive: true });
  const explorer = ensure();
  await explorer.settled();
  expect([explorer.directory(), explorer.failed()]).toEqual([null, true]);
  expect(sentences).toEqual(['L’explorateur n’a pas pu être préparé ; le graphe répond quand même.']);
});

test('stop gives up a build under way, silently, and leaves nothing half made', async () => {
  const explorer = ensure();
  await explorer.stop();
  expect(explorer.directory()).toBe(null);
  expect(sentences).toEqual(['Préparation de l’explorateur, en arrière-plan…']);
  expect(readdirSync(join(folder, 'cache'))).toEqual(['build.log']);
});
