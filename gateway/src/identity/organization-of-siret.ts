import type { GraphQLDataSource } from '@apollo/gateway';
import { GraphQLDataSourceRequestKind } from '@apollo/gateway/dist/datasources/types.js';
import { VISITOR } from '@graphess/subgraph-kit';
import { z } from 'zod';
import type { GatewayContext } from '../gateway-context.ts';
import type { OrganizationOfSiret } from './person.ts';
import { KeysUnreachable } from './token-refused.ts';

const KNOWN_MS = 10 * 60_000;
const UNKNOWN_MS = 30_000;
/** How long a directory that did not answer is left alone, where its last answer is known. */
const AWAY_MS = 10_000;
const MAX_REMEMBERED = 1_000;

const answer = z.object({ organization: z.object({ id: z.string() }).nullable() });

/**
 * Asks the directory of organisations, as anybody may, and remembers what it said for a while; longer while it does not
 * answer. Throws KeysUnreachable for a SIRET that it never told.
 */
export function organizationOfSiret(
  directory: GraphQLDataSource<GatewayContext>,
  now: () => number = () => performance.now(),
): OrganizationOfSiret {
  const remembered = new Map<string, { id: string | null; until: number }>();
  return async (siret) => {
    const known = remembered.get(siret);
    if (known !== undefined && known.until > now()) return known.id;
    const told = await ask(directory, siret).catch((error: unknown) => {
      if (known === undefined) throw new KeysUnreachable('organisations', { cause: error });
      return null;
    });
    const id = told === null ? (known?.id ?? null) : told.id;
    remembered.delete(siret);
    remembered.set(siret, { id, until: now() + memoryOf(told) });
    const [oldest] = remembered.keys();
    if (oldest !== undefined && remembered.size > MAX_REMEMBERED) remembered.delete(oldest);
    return id;
  };
}

type Told = { id: string | null };

/** Null for no answer. */
function memoryOf(told: Told | null): number {
  if (told === null) return AWAY_MS;
  return told.id === null ? UNKNOWN_MS : KNOWN_MS;
}

async function ask(directory: GraphQLDataSource<GatewayContext>, siret: string): Promise<Told> {
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
  if (!read.success || (response.errors ?? []).length > 0) throw new KeysUnreachable('organisations');
  return { id: read.data.organization?.id ?? null };
}

function nobodyPays(): never {
  throw new RangeError('what the platform asks for itself counts against nobody');
}
