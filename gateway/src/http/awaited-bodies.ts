import { addressBucket } from '../quota/client-address.ts';

type Bounds = { perAddress: number; all: number };

export type AwaitedBodies = {
  /** A place for a request whose body is still to come: what gives it back, or null when there is none left. */
  take(ip: string): (() => void) | null;
};

/** Whoever announces bodies and sends none fills the room of their own address, not that of work. */
export function awaitedBodies({ perAddress, all }: Bounds): AwaitedBodies {
  const counts = new Map<string, number>();
  let total = 0;
  return {
    take(ip) {
      const address = addressBucket(ip);
      const count = counts.get(address) ?? 0;
      if (count >= perAddress || total >= all) return null;
      counts.set(address, count + 1);
      total += 1;
      return () => {
        total -= 1;
        const left = (counts.get(address) ?? 0) - 1;
        if (left > 0) counts.set(address, left);
        else counts.delete(address);
      };
    },
  };
}
