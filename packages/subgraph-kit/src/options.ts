import type { DataSource, EntityManager } from 'typeorm';

/** What the operator chose for the rules of a domain, by name: `{ SOME_RULE: 'STRICT' }`. */
export type Options = Readonly<Record<string, string>>;

const options = new WeakMap<DataSource, Options>();

/** Rules are reached with nothing but a connection, in requests and in jobs: the choices go with it. */
export function rememberOptions(connection: DataSource, chosen: Options): void {
  options.set(connection, chosen);
}

/** A choice of the operator, undefined where none was made. */
export function optionOf(
  { connection }: Pick<EntityManager, 'connection'>,
  name: string,
): string | undefined {
  return options.get(connection)?.[name];
}
