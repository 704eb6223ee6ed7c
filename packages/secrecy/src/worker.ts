import { parentPort, workerData } from 'node:worker_threads';
import { auditHere } from './audit-here.ts';
import { design } from './design.ts';
import type { Answer, Order } from './order.ts';
import { ContradictionError } from './table.ts';

const order = workerData as Order;

/** Solver errors may carry the model: only their first words leave. */
async function answer(): Promise<Answer> {
  try {
    const result =
      order.task === 'protect'
        ? await design(order.table, order.options)
        : await auditHere(order.table, order.hidden, order.options);
    return { result };
  } catch (error) {
    if (error instanceof ContradictionError) return { contradiction: error.relation };
    if (error instanceof RangeError) return { refused: error.message };
    return { failed: error instanceof Error ? error.name : 'unknown' };
  }
}

parentPort?.postMessage(await answer());
