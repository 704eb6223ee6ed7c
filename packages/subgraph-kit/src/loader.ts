import DataLoader from 'dataloader';
import type { Context } from './context.ts';

/**
 * State that lives as long as one request, made when first asked for. Declared once at module level:
 * `const themesById = perRequest((ctx) => new DataLoader(…))`, then `themesById(ctx).load(id)`.
 */
export function perRequest<Value>(make: (ctx: Context) => Value): (ctx: Context) => Value {
  const values = new WeakMap<Context, Value>();
  return (ctx) => {
    const known = values.get(ctx);
    if (known !== undefined) return known;
    const made = make(ctx);
    values.set(ctx, made);
    return made;
  };
}

/** One row per key, null where there is none. `fetch` gets distinct keys and may answer in any order. */
export function loadOne<Row>(
  fetch: (ctx: Context, keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): (ctx: Context) => DataLoader<string, Row | null> {
  return perRequest(
    (ctx) =>
      new DataLoader<string, Row | null>(async (keys) => {
        const rows = new Map((await fetch(ctx, keys)).map((row) => [keyOf(row), row]));
        return keys.map((key) => rows.get(key) ?? null);
      }),
  );
}

/** All rows of each key, in the order in which `fetch` gives them. */
export function loadMany<Row>(
  fetch: (ctx: Context, keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): (ctx: Context) => DataLoader<string, Row[]> {
  return perRequest(
    (ctx) =>
      new DataLoader<string, Row[]>(async (keys) => {
        const rows = Map.groupBy(await fetch(ctx, keys), keyOf);
        return keys.map((key) => rows.get(key) ?? []);
      }),
  );
}

/**
 * Loads something for many owners under the same arguments in one go: the field `books(first: 5)` of 36
 * authors is one call of `fetch`. Calls with other arguments go apart.
 */
export function loadWithArguments<Args extends object, Value>(
  fetch: (ctx: Context, owners: readonly string[], args: Args) => Promise<ReadonlyMap<string, Value>>,
): (ctx: Context, owner: string, args: Args) => Promise<Value | null> {
  const loadersOf = perRequest(() => new Map<string, DataLoader<string, Value | null>>());
  return (ctx, owner, args) => {
    const loaders = loadersOf(ctx);
    const signature = JSON.stringify(args);
    let loader = loaders.get(signature);
    if (loader === undefined) {
      loader = new DataLoader(async (owners) => {
        const values = await fetch(ctx, owners, args);
        return owners.map((each) => values.get(each) ?? null);
      });
      loaders.set(signature, loader);
    }
    return loader.load(owner);
  };
}
