import { isIP } from 'node:net';
import { z } from 'zod';

/** Allowances of a minute. A key has a number of requests of its own. */
export type QuotaSettings = {
  /** Requests of all the visitors of one address. */
  readonly addressPerMinute: number;
  readonly personPerMinute: number;
  /** Requests of a key that was made without saying how many. */
  readonly keyPerMinute: number;
  /** Points of cost of one key, one person, or all the visitors of one address. */
  readonly pointsPerMinute: number;
  /** Credentials of one address that may be refused before none is read any more. */
  readonly refusedCredentialsPerMinute: number;
};

const MOST = 10_000_000;
/** The database holds the quota of a key to it. */
const MOST_OF_KEY = 100_000;

const upTo = (most: number) => {
  const expected = `un nombre entier de 1 à ${most} est attendu`;
  return z.coerce.number({ error: expected }).int(expected).min(1, expected).max(most, expected).optional();
};

export const quotaVariables = {
  QUOTA_ADDRESS_PER_MINUTE: upTo(MOST),
  QUOTA_PERSON_PER_MINUTE: upTo(MOST),
  QUOTA_KEY_PER_MINUTE: upTo(MOST_OF_KEY),
  QUOTA_POINTS_PER_MINUTE: upTo(MOST),
  QUOTA_REFUSED_CREDENTIALS_PER_MINUTE: upTo(MOST),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((each) => each !== ''))
    .refine((all) => all.every(isNetwork), {
      error: 'une liste d’adresses ou de réseaux est attendue, par exemple 10.0.0.5,10.1.0.0/16',
    }),
};

/** What a house of agents behind one address, or a school, asks of public pages; a partner that pulls; somebody at work. */
const PRODUCTION: QuotaSettings = {
  addressPerMinute: 300,
  personPerMinute: 300,
  keyPerMinute: 300,
  pointsPerMinute: 20_000,
  refusedCredentialsPerMinute: 60,
};

/** Locally the same code counts, and nobody meets its limits. */
const LOCAL: QuotaSettings = {
  addressPerMinute: 1_000_000,
  personPerMinute: 1_000_000,
  keyPerMinute: MOST_OF_KEY,
  pointsPerMinute: MOST,
  refusedCredentialsPerMinute: 1_000_000,
};

type QuotaValues = z.output<z.ZodObject<typeof quotaVariables>>;

export function quotaSettings(values: QuotaValues, production: boolean): QuotaSettings {
  const defaults = production ? PRODUCTION : LOCAL;
  return {
    addressPerMinute: values.QUOTA_ADDRESS_PER_MINUTE ?? defaults.addressPerMinute,
    personPerMinute: values.QUOTA_PERSON_PER_MINUTE ?? defaults.personPerMinute,
    keyPerMinute: values.QUOTA_KEY_PER_MINUTE ?? defaults.keyPerMinute,
    pointsPerMinute: values.QUOTA_POINTS_PER_MINUTE ?? defaults.pointsPerMinute,
    refusedCredentialsPerMinute:
      values.QUOTA_REFUSED_CREDENTIALS_PER_MINUTE ?? defaults.refusedCredentialsPerMinute,
  };
}

/** An address, or a network that is not the whole internet: trusting everybody is trusting `X-Forwarded-For` itself. */
function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return (
    prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128))
  );
}
