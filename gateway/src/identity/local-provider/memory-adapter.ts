import type { Adapter, AdapterPayload } from 'oidc-provider';

const MAX_ENTRIES = 5_000;
const DAY_SECONDS = 86_400;

/** What the local provider remembers while it runs: sign-ins under way, sessions, codes. A restart forgets them. */
export function memoryAdapters(): (model: string) => Adapter {
  const entries = new Map<string, { payload: AdapterPayload; until: number }>();
  const read = (key: string) => {
    const entry = entries.get(key);
    if (entry !== undefined && entry.until > Date.now()) return entry.payload;
    entries.delete(key);
    return undefined;
  };
  const search = (test: (payload: AdapterPayload) => boolean, model: string) =>
    [...entries].find(([key, { payload }]) => key.startsWith(`${model}:`) && test(payload))?.[0];

  return (model) => {
    const keyOf = (id: string) => `${model}:${id}`;
    return {
      async upsert(id, payload, expiresIn = DAY_SECONDS) {
        entries.delete(keyOf(id));
        const oldest = entries.size >= MAX_ENTRIES ? entries.keys().next().value : undefined;
        if (oldest !== undefined) entries.delete(oldest);
        entries.set(keyOf(id), { payload, until: Date.now() + expiresIn * 1_000 });
      },
      find: async (id) => read(keyOf(id)),
      findByUid: async (uid) => read(search((payload) => payload.uid === uid, model) ?? ''),
      findByUserCode: async () => undefined,
      async consume(id) {
        const payload = read(keyOf(id));
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1_000);
      },
      async destroy(id) {
        entries.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
      },
    };
  };
}
