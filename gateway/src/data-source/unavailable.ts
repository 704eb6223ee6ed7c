import type { FaultCode } from '@graphess/subgraph-kit';
import { type FieldNode, type GraphQLFormattedError, Kind, parse, type SelectionSetNode } from 'graphql';
import type { SubgraphAnswer, SubgraphRequest } from './subgraph-request.ts';

const DOMAINS: Readonly<Record<string, string>> = {
  grants: 'appels à projets',
  observatory: 'observatoire',
  events: 'agenda',
  procurement: 'achats responsables',
  access: 'comptes et clés',
};

/** A domain as the people who read an error call it. */
export function domainTitle(domain: string): string {
  return DOMAINS[domain] ?? domain;
}

/**
 * The one error that stands for a subgraph that does not answer: its domain, and the path of what it should have
 * filled, relative to the fetch (the gateway completes it). Never its address.
 */
export function unavailable(domain: string, request: Pick<SubgraphRequest, 'query'>): SubgraphAnswer {
  return instead(domain, request, {
    code: 'SUBGRAPH_UNAVAILABLE',
    message: `Le domaine « ${domainTitle(domain)} » ne répond pas pour l’instant ; ce qui vient des autres domaines est valable.`,
  });
}

/** The same for a subgraph that is asked enough already. */
export function overloaded(domain: string, request: Pick<SubgraphRequest, 'query'>): SubgraphAnswer {
  return instead(domain, request, {
    code: 'OVERLOADED',
    message: `Le domaine « ${domainTitle(domain)} » a trop à faire pour l’instant. Réessayez dans un instant.`,
  });
}

function instead(
  domain: string,
  { query }: Pick<SubgraphRequest, 'query'>,
  { code, message }: { code: FaultCode; message: string },
): SubgraphAnswer {
  const error: GraphQLFormattedError = { message, path: firstPath(query), extensions: { code, domain } };
  return { data: null, errors: [error] } as SubgraphAnswer;
}

/** The first field that a fetch asks for: a root field, or a field of the first entity. */
function firstPath(query: string): (string | number)[] {
  const operation = parse(query, { noLocation: true }).definitions.find(
    ({ kind }) => kind === Kind.OPERATION_DEFINITION,
  );
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
  const root = firstField(operation.selectionSet);
  if (root === null) return [];
  if (root.name.value !== '_entities') return [nameOf(root)];
  const field = root.selectionSet ? firstField(root.selectionSet) : null;
  return field === null ? ['_entities', 0] : ['_entities', 0, nameOf(field)];
}

function firstField(selections: SelectionSetNode): FieldNode | null {
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD && selection.name.value !== '__typename') return selection;
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const inner = firstField(selection.selectionSet);
      if (inner !== null) return inner;
    }
  }
  return null;
}

function nameOf(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}
