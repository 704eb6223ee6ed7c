import { composeServices } from '@apollo/composition';
import { DOMAINS } from '@graphess/platform';
import { AUDIENCES, printSubgraph } from '@graphess/subgraph-kit';
import { lexicographicSortSchema, parse, printSchema } from 'graphql';
import { domains } from '../subgraphs.ts';
import { contractVariant } from './contract-variant.ts';

/**
 * The files of `schema/` by name: the SDL of each domain, the supergraph that the gateway loads, the API that clients see,
 * and the part of it that each audience gets (`contracts/`).
 * Throws an error that lists every reason why the subgraphs do not compose.
 */
export function composeSchema(): Record<string, string> {
  const sdls = DOMAINS.map((name) => ({ name, sdl: printSubgraph(domains[name]) }));
  const { schema, supergraphSdl, errors } = composeServices(
    // The address that a supergraph embeds is never used: the gateway takes its own from the configuration.
    sdls.map(({ name, sdl }) => ({ name, url: `http://${name}.invalid`, typeDefs: parse(sdl) })),
  );
  if (errors !== undefined || schema === undefined) {
    throw new Error(
      `The subgraphs do not compose:\n${(errors ?? []).map(({ message }) => `  - ${message}`).join('\n')}`,
    );
  }
  const api = printSchema(lexicographicSortSchema(schema.toAPISchema().toGraphQLJSSchema()));
  return Object.fromEntries(
    [
      ...sdls.map(({ name, sdl }) => [name, sdl] as const),
      ['supergraph', supergraphSdl] as const,
      ['api', api] as const,
      ...AUDIENCES.map((name) => [`contracts/${name}`, contractVariant(api, supergraphSdl, name)] as const),
    ].map(([name, text]) => [`${name}.graphql`, `${text.trim()}\n`]),
  );
}
