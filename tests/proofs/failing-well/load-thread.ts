import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { drive as driveHere, type Load, type Sample, saturate as saturateHere } from './load.ts';

type Order = { how: 'saturate' | 'drive'; what: Load; amount: number };

/** See `load.ts`. In a thread of its own: what the proof does meanwhile must not be taken for the platform's time. */
export const saturate = (what: Load, clients: number) => inThread({ how: 'saturate', what, amount: clients });
export const drive = (what: Load, perSecond: number) => inThread({ how: 'drive', what, amount: perSecond });

function inThread(order: Order): Promise<Sample[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: order });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

if (!isMainThread) {
  const { how, what, amount } = workerData as Order;
  parentPort?.postMessage(await (how === 'drive' ? driveHere : saturateHere)(what, amount));
}
