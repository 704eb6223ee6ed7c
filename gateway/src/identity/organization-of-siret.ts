import type { GraphQLDataSource } from '@apollo/gateway';
import { GraphQLDataSourceRequestKind } from '@apollo/gateway/dist/datasources/types.js';
import { VISITOR } from '@graphess/subgraph-kit';
import { z } from 'zod';
import type { GatewayContext } from '../gateway-context.ts';
import type { OrganizationOfSiret } from './person.ts';
import { KeysUnreachable } from './token-refused.ts';

const KNOWN_MS = 10 * 60_000;
const UNKNOWN_MS = 30_000;
const MAX_REMEMBERED = 1_000;

const answer = z.object({ organization: z.object({ id: z.string() }).nullable() });

/** Asks the directory of organisations, as anybody may, and remembers what it said for a while. */
export function organizationOfSiret(
  directory: GraphQLDataSource<GatewayContext>,
  now: () => number = () => performance.now(),
): OrganizationOfSiret {
  const remembered = new Map<string, { id: string | null; until: number }>();
  return async (siret) => {
    const known = remembered.get(siret);
    if (known !== undefined && known.until > now()) return known.id;
    const id = await ask(directory, siret);
    remembered.delete(siret);
    remembered.set(siret, { id, until: now() + (id === null ? UNKNOWN_MS : KNOWN_MS) });
    const [oldest] = remembered.keys();
    if (oldest !== undefined && remembered.size > MAX_REMEMBERED) remembered.delete(oldest);
    return id;
  };
}

async function ask(directory: GraphQLDataSource<GatewayContext>, siret: string): Promise<string | null> {
  const context: GatewayContext = {
    viewer: VISITOR,
    requestId: crypto.randomUUID(),
    spendPoints: nobodyPays,
  };
  const response = await directory.process({
    kind: GraphQLDataSourceRequestKind.INCOMING_OPERATION,
    request: {
      query: 'query ($siret: String!) { organization(siret: $siret) { id } }',
      variables: { siret },
    },
    incomingRequestContext: {} as never,
    context,
  });
  const read = answer.safeParse(response.data);
  // Who acts for a structure must not pass for somebody who acts for none.
  if (!read.success || (response.errors ?? []).length > 0) throw new KeysUnreachable();
  return read.data.organization?.id ?? null;
}

function nobodyPays(): never {
  throw new RangeError('what the platform asks for itself counts against nobody');
}
