import { z } from 'zod';

const EXPECTED = 'un nombre entier de 1 à 1000000 est attendu';
const cost = (fallback: number) =>
  z.coerce
    .number({ error: EXPECTED })
    .int(EXPECTED)
    .min(1, EXPECTED)
    .max(1_000_000, EXPECTED)
    .default(fallback);

export const doorLimitVariables = {
  FREE_DOCUMENTS: z
    .enum(['everyone', 'known', 'nobody'], { error: '« everyone », « known » ou « nobody » est attendu' })
    .optional(),
  MAX_COST: cost(1_000),
  MAX_COST_PERSON: cost(2_000),
  MAX_COST_AGENT: cost(5_000),
};

export type DoorLimitSettings = {
  /** Who may send a document of their own: everyone, whoever is known by a session, a token or a key, or nobody. */
  readonly freeDocuments: 'everyone' | 'known' | 'nobody';
  /** The highest cost of a request (docs/cost.md): of visitors and keys, of people, of agents and administrators. */
  readonly maximumCost: { readonly visitor: number; readonly person: number; readonly agent: number };
};

type Values = {
  FREE_DOCUMENTS?: DoorLimitSettings['freeDocuments'] | undefined;
  MAX_COST: number;
  MAX_COST_PERSON: number;
  MAX_COST_AGENT: number;
};

export function doorLimitSettings(values: Values, production: boolean): DoorLimitSettings {
  return {
    freeDocuments: values.FREE_DOCUMENTS ?? (production ? 'known' : 'everyone'),
    maximumCost: {
      visitor: values.MAX_COST,
      person: values.MAX_COST_PERSON,
      agent: values.MAX_COST_AGENT,
    },
  };
}
