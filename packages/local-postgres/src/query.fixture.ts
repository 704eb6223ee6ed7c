import pg from 'pg';

/** Runs one statement on its own connection; the rows as arrays. */
export async function rowsOf(url: string, statement: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text: statement, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

/** Whether a server answers at `url`. */
export async function isServed(url: string): Promise<boolean> {
  return await rowsOf(url, 'SELECT 1').then(
    () => true,
    () => false,
  );
}
