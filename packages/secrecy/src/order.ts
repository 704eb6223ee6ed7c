import { Worker } from 'node:worker_threads';
import {
  ContradictionError,
  type Protection,
  type Reader,
  type Relation,
  type SecrecyAudit,
  type SecrecyTable,
} from './table.ts';

export type ProtectOptions = { readonly reader: Reader; readonly budgetMs: number };

export type Order =
  | { readonly task: 'protect'; readonly table: SecrecyTable; readonly options: ProtectOptions }
  | {
      readonly task: 'audit';
      readonly table: SecrecyTable;
      readonly hidden: ReadonlySet<string>;
      readonly options: { readonly reader: Reader };
    };

export type Answer =
  | { readonly result: Protection | SecrecyAudit }
  | { readonly contradiction: Relation }
  | { readonly refused: string }
  | { readonly failed: string };

/** Does the work in a thread that ends with it: the caller’s stays free, and the solver’s memory is given back. */
export function inThread(order: Order, signal?: AbortSignal): Promise<Protection | SecrecyAudit> {
  const source = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(new URL(source, import.meta.url), { workerData: order, execArgv: [] });
    const end = () => {
      reject(signal?.reason);
      void worker.terminate();
    };
    signal?.addEventListener('abort', end, { once: true });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The secrecy thread ended without an answer')));
    worker.once('message', (answer: Answer) => {
      signal?.removeEventListener('abort', end);
      if ('result' in answer) resolve(answer.result);
      else if ('contradiction' in answer) reject(new ContradictionError(answer.contradiction));
      else if ('refused' in answer) reject(new RangeError(answer.refused));
      else reject(new Error(`The secrecy thread failed: ${answer.failed}`));
      void worker.terminate();
    });
  });
}
