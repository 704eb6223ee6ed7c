import { inDatabase } from '../../gateway/src/testing/in-database.ts';
import type { TestPlatform } from '../../gateway/src/testing/test-platform.ts';

/** API keys that the attacker holds, by what is special about them. */
export type Keys = Readonly<
  Record<'statistics' | 'directory' | 'revoked' | 'expired' | 'elsewhere' | 'tight', string>
>;

/** Requests a minute of the key `tight`. */
export const TIGHT_QUOTA = 15;

type Ordered = { secret: string; apiKey: { id: string } };
type Answer = { data?: { createApiKey?: Partial<Ordered> } };

const CREATE = `mutation ($input: CreateApiKeyInput!) {
  createApiKey(input: $input) { __typename ... on CreateApiKeySuccess { secret apiKey { id } } }
}`;
const REVOKE = 'mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { __typename } }';

/** Orders the keys the way an administrator does. */
export async function orderKeys(platform: TestPlatform, adminToken: string): Promise<Keys> {
  const send = async (query: string, input: Record<string, unknown>): Promise<unknown> => {
    const response = await fetch(`${platform.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${adminToken}` },
      body: JSON.stringify({ query, variables: { input } }),
    });
    return response.json();
  };
  const order = async (partner: string, scope: string, more: Record<string, unknown> = {}) => {
    const answer = (await send(CREATE, {
      idempotencyKey: `hostile-${partner}`,
      partner,
      scopes: [scope],
      ...more,
    })) as Answer;
    const { secret, apiKey } = answer.data?.createApiKey ?? {};
    if (!secret || !apiKey) throw new Error(`no key for ${partner}: ${JSON.stringify(answer)}`);
    return { secret, apiKey };
  };
  const statistics = await order('Statistiques', 'statistics:read');
  const directory = await order('Annuaire', 'directory:read');
  const revoked = await order('Révoqué', 'statistics:read');
  const expired = await order('Expiré', 'statistics:read');
  const elsewhere = await order('Ailleurs', 'statistics:read', { networks: ['10.0.0.0/8'] });
  const tight = await order('Étroit', 'statistics:read', { quotaPerMinute: TIGHT_QUOTA });
  await send(REVOKE, { idempotencyKey: 'hostile-revoke', id: revoked.apiKey.id });
  await inDatabase(platform.databaseUrl, async (client) => {
    // Time does it; nobody else may.
    await client.query('SET session_replication_role = replica');
    const { rowCount } = await client.query(
      `UPDATE access.api_key SET created_at = now() - interval '40 days', expires_at = now() - interval '1 day'
        WHERE id = $1`,
      [expired.apiKey.id],
    );
    if (rowCount !== 1) throw new Error('no key to expire');
  });
  return {
    expired: expired.secret,
    elsewhere: elsewhere.secret,
    statistics: statistics.secret,
    directory: directory.secret,
    revoked: revoked.secret,
    tight: tight.secret,
  };
}
