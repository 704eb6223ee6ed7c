import type { Storage as GraphiQLStorage } from '@graphiql/toolkit';

const NAMESPACE = 'graphiql:';
const HISTORIES = [`${NAMESPACE}queries`, `${NAMESPACE}favorites`];

/**
 * What the browser keeps between visits: tabs, choices and history, without the request headers. GraphiQL leaves them
 * out of the tabs but not of the history, and they hold keys.
 */
export function visitStorage(local: Storage): GraphiQLStorage {
  const ownKeys = () => Object.keys(local).filter((key) => key.startsWith(NAMESPACE));
  return {
    getItem: (key) => local.getItem(key),
    setItem: (key, value) => local.setItem(key, HISTORIES.includes(key) ? withoutHeaders(value) : value),
    removeItem: (key) => local.removeItem(key),
    clear: () => {
      for (const key of ownKeys()) local.removeItem(key);
    },
    get length() {
      return ownKeys().length;
    },
  };
}

/** True until GraphiQL has kept the tabs of a visit. */
export function isFirstVisit(local: Storage): boolean {
  return local.getItem(`${NAMESPACE}tabState`) === null;
}

function withoutHeaders(json: string): string {
  return JSON.stringify(JSON.parse(json), (key, value: unknown) => (key === 'headers' ? undefined : value));
}
