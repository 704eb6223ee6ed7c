/** Rows by batches of `size`, the last one shorter; leaving them leaves the rows. */
export async function* batchesOf<Row>(rows: AsyncIterable<Row>, size: number): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

export const encoded = (text: string): Uint8Array => Buffer.from(text, 'utf8');
