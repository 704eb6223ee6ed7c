import type { PublicFields } from '@graphess/subgraph-kit';

/** Sources and claims are facts: anybody may read them, in each subgraph that keeps some. */
export const PROVENANCE_ROWS: PublicFields = {
  Claim: ['current', 'field', 'id', 'source', 'statement', 'subject'],
  Provenance: [
    ...['accessedOn', 'citation', 'document', 'licence', 'producer'],
    ...['publishedOn', 'quotation', 'title', 'url', 'vintage'],
  ],
};
