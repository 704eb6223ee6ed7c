import { RouteRefusal } from '@graphess/subgraph-kit';

/** Files that one process makes at once for those who download them directly. */
const MOST = 4;
const RETRY_AFTER_SECONDS = 10;
let underWay = 0;

/** A place among the downloads of this process, to be given back. Throws RouteRefusal 503 when there is none. */
export function takePlace(): () => void {
  if (underWay >= MOST) {
    throw new RouteRefusal(
      503,
      'OVERLOADED',
      'Trop de fichiers sont téléchargés en même temps : réessayez dans quelques secondes, ou demandez un export.',
      { retryAfterSeconds: RETRY_AFTER_SECONDS },
    );
  }
  underWay += 1;
  let left = false;
  return () => {
    if (!left) underWay -= 1;
    left = true;
  };
}
