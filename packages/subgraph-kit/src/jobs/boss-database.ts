import type { EntityManager } from 'typeorm';

type Rows = { rows: unknown[] };

/** What pg-boss runs its statements with. */
export type BossDatabase = { executeSql(text: string, values?: unknown[]): Promise<Rows> };

/** Statements on any connection of a pool. */
export function poolDatabase(db: EntityManager): BossDatabase {
  const { master } = db.dataSource.driver as unknown as {
    master: { query(text: string, values?: unknown[]): Promise<Rows> };
  };
  // Past TypeORM: it knows no statement that is several, as those of maintenance are.
  return { executeSql: (text, values) => master.query(text, values) };
}

/** Statements in the transaction of `tx`. Throws TypeError when there is none. */
export function transactionDatabase(tx: EntityManager): BossDatabase {
  const { queryRunner } = tx;
  if (queryRunner?.isTransactionActive !== true) throw new TypeError('A job is asked for in a transaction');
  return {
    async executeSql(text, values) {
      const { records } = await queryRunner.query(text, values, true);
      return { rows: records };
    },
  };
}
