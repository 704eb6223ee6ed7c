import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

// Long enough for a graph still running on older sources to keep its explorer.
const KEPT_FOR_MS = 7 * 24 * 60 * 60 * 1000;

/** Removes what builds of former weeks left in the cache. */
export function removeStaleBuilds(cacheDir: string, now: number = Date.now()): void {
  for (const name of readdirSync(cacheDir)) {
    const path = join(cacheDir, name);
    const modified = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now;
    if (now - modified > KEPT_FOR_MS) rmSync(path, { recursive: true, force: true });
  }
}
