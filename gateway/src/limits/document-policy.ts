import type { ApolloServerOptions, ApolloServerPlugin } from '@apollo/server';
import { Fault } from '@graphess/subgraph-kit';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type CostOptions, costPlugin } from '../cost/cost-plugin.ts';
import { type FreeDocuments, freeDocuments, refusalOfDocument } from '../documents/free-documents.ts';
import { type TrustedDocuments, trustedDocuments } from '../documents/trusted-documents.ts';
import type { GatewayContext } from '../gateway-context.ts';
import type { Guard, WithoutGuards } from '../guards.ts';
import { aliasNames } from './alias-names.ts';
import { beforeValidation } from './before-validation.ts';
import { MAX_TOKENS, refusalsOfSize } from './document-limits.ts';
import { errorLimit, MAX_REQUEST_ERRORS } from './error-limit.ts';
import { knownRoot } from './known-root.ts';
import { boundedMessage, plainMessage } from './plain-messages.ts';
import { variableLimits } from './variable-limits.ts';

export type DocumentPolicy = {
  readonly documents: TrustedDocuments;
  readonly options: Pick<
    ApolloServerOptions<GatewayContext>,
    'parseOptions' | 'validationRules' | 'validationOptions'
  >;
  readonly plugins: ApolloServerPlugin<GatewayContext>[];
  /** An error as the client reads it, once it is formatted; `error` is the one that was thrown. */
  tell(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError;
};

/** All that a document meets between its text and its execution; a guard named in `without` is not there. */
export function documentPolicy(settings: {
  supergraphSdl: string;
  /** English messages with type names and suggestions, for those who write queries: never in production. */
  helpful: boolean;
  free: FreeDocuments;
  maximumCost: CostOptions['maximum'];
  without?: WithoutGuards | undefined;
}): DocumentPolicy {
  const { without = new Set<Guard>() } = settings;
  const unless = <Value>(guard: Guard, ...values: Value[]) => (without.has(guard) ? [] : values);
  const documents = trustedDocuments();
  const free = without.has('trusted-documents') ? 'everyone' : settings.free;
  const refusalOf = (request: Parameters<typeof refusalOfDocument>[0]) =>
    refusalOfDocument(request, { documents, free });
  const first = beforeValidation((document, request) => {
    const refusal = refusalOf(request);
    return refusal === null ? refusalsOfSize(document, without) : [refusal];
  });
  return {
    documents,
    options: {
      parseOptions: without.has('token-limit') ? {} : { maxTokens: MAX_TOKENS },
      validationRules: [
        first.rule,
        ...unless('known-operation', knownRoot),
        ...unless('alias-names', aliasNames(settings.supergraphSdl)),
      ],
      validationOptions: without.has('error-limit') ? {} : { maxErrors: MAX_REQUEST_ERRORS },
    },
    plugins: [
      first.plugin,
      freeDocuments(refusalOf),
      ...unless('variable-value-limit', variableLimits),
      costPlugin({
        supergraphSdl: settings.supergraphSdl,
        maximum: settings.maximumCost,
        refuses: !without.has('cost-limit'),
      }),
      ...unless('error-limit', errorLimit),
    ],
    tell(formatted, error) {
      if (isFault(error)) return formatted;
      if (/tokens\. Parsing aborted/.test(formatted.message)) {
        return {
          message: `Ce document a plus de ${MAX_TOKENS} mots et signes.`,
          extensions: { ...formatted.extensions, code: 'OPERATION_LIMIT' },
        };
      }
      const helpful = settings.helpful || without.has('plain-messages');
      return boundedMessage(helpful ? formatted : plainMessage(formatted));
    },
  };
}

/** Thrown by ourselves, in French: Apollo wraps it when it refuses a document. */
function isFault(error: unknown): boolean {
  if (error instanceof Fault) return true;
  return error instanceof GraphQLError && error.originalError ? isFault(error.originalError) : false;
}
