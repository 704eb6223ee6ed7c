import { isObjectType, parse } from 'graphql';
import { DOCUMENT_LIMITS, MAX_TOKENS } from '../limits/document-limits.ts';
import { sizeOfDocument } from '../limits/document-size.ts';
import { MAX_REQUEST_ERRORS } from '../limits/error-limit.ts';
import { MAX_VARIABLE_DEPTH, MAX_VARIABLE_VALUES } from '../limits/variable-limits.ts';
import type { CostModel, FieldCost } from './cost-model.ts';
import { shippedOperations } from './operation-costs.ts';
import { KIND_WEIGHTS, WEIGHTS } from './weights.ts';

/** docs/cost.md: how a request is counted, what is allowed, and the cost of each field that costs something. */
export function costPage(model: CostModel): string {
  return `${[INTRODUCTION, limits(), fields(model)].join('\n\n')}\n`;
}

const INTRODUCTION = `# Limits and cost of a request

Written by \`npm run costs\` from \`gateway/src/cost/weights.ts\` and \`gateway/src/limits\`; a test compares it with them.

## Cost

Before a request is executed the gateway counts the objects that it could bring, with the variables of the request and
each list as long as it may be. Above the maximum of who asks, nothing is fetched: HTTP 400, \`OPERATION_LIMIT\`,
\`extensions.cost\` with \`requested\` and \`maximum\`. Every answer tells, in \`extensions.cost\`:

| name | meaning |
|---|---|
| \`requestedQueryCost\` | the most that the request could cost; what quotas count |
| \`actualQueryCost\` | the same count over the answer, each list as long as it is; never more |
| \`maximumAvailable\` | the maximum of who asks |

| who | maximum | setting |
|---|---|---|
| visitors, API keys | 1 000 | \`MAX_COST\` |
| people who are signed in | 2 000 | \`MAX_COST_PERSON\` |
| agents, administrators, the platform’s own services | 5 000 | \`MAX_COST_AGENT\` |

The dearest operation that a screen uses asks for the 36 communes of the Hauts-de-Seine at once; a département with many
more communes raises \`MAX_COST\`. The names are those of Shopify’s API, whose rule (an object costs 1, a value 0, a
connection its size) this one follows: https://shopify.dev/docs/api/usage/limits.

| what is asked | costs |
|---|---|
| a value (text, number, date, enum), a list of values of that kind | ${KIND_WEIGHTS.leaf} |
| an object | ${KIND_WEIGHTS.object} and its fields |
| an organisation, a territory: several domains fill them | ${KIND_WEIGHTS.sharedObject} and their fields |
| a list of values that lead no further (sources, claims, milestones): one reading | ${KIND_WEIGHTS.values} and the fields of one item |
| any other list | its size × (an item and its fields) |
| a page of a list | ${KIND_WEIGHTS.connection}, then \`first\` × (an item and its fields) for \`nodes\` and again for \`edges\` |
| \`totalCount\` | ${KIND_WEIGHTS.total} |
| \`facets\` | ${KIND_WEIGHTS.facets}, and ${KIND_WEIGHTS.values} for each facet |

\`first\` is the literal, the variable or the default. Where an interface is asked for, its dearest member counts. What
\`@skip\` and \`@include\` leave out costs nothing. The same field twice costs once; under two names, twice.`;

function limits(): string {
  const shipped = Object.values(shippedOperations()).map((text) => parse(text, { noLocation: true }));
  const sizes = shipped.map(sizeOfDocument);
  const tokens = Math.max(...shipped.map(({ tokenCount = 0 }) => tokenCount));
  const rows = DOCUMENT_LIMITS.map(
    ({ of, maximum }) => `| ${NAMES[of]} | ${maximum} | ${Math.max(...sizes.map((size) => size[of]))} |`,
  );
  return `## Limits of a document

Refused with HTTP 400 and \`OPERATION_LIMIT\`, before validation; fragments count wherever they are spread.

| what | at most | largest shipped operation |
|---|---|---|
| bytes of the body | 256 kB (HTTP 413) | |
| tokens | ${MAX_TOKENS} | ${tokens} |
${rows.join('\n')}
| values in the variables | ${MAX_VARIABLE_VALUES} | |
| levels of a variable | ${MAX_VARIABLE_DEPTH} | |
| items of a page, of a list given as an argument | 100 | |
| errors told of a refused request | ${MAX_REQUEST_ERRORS} | |
| operations in one HTTP request | 1 | |

Ten levels let a screen go from a territory through a page with \`edges\` to an organisation and its contracts. The
introspection of an explorer, outside production, is not counted below \`__schema\`: graphql-js bounds it. An alias may
not be the name of another field of the same type, nor begin with \`__\`: the gateway writes keys under those names, and
would answer with them.`;
}

const NAMES: Readonly<Record<(typeof DOCUMENT_LIMITS)[number]['of'], string>> = {
  operations: 'operations',
  fragments: 'fragments',
  fragmentChain: 'fragments that spread one another in a row',
  variables: 'variables of an operation',
  directives: 'directives',
  directivesOfNode: 'directives on one field',
  repeatedFields: 'times that a field is written again in the same braces',
  fields: 'fields of an operation',
  depth: 'levels',
  aliases: 'aliases, `__typename` included',
  rootFields: 'root fields',
};

function fields(model: CostModel): string {
  const rows = Object.values(model.schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) => {
        const path = `${type.name}.${field.name}`;
        const cost = model.costOf(type, field);
        if (cost === null || (cost.kind === 'leaf' && cost.weight === 0)) return [];
        return [`| \`${path}\` | ${inWords(cost)} | ${WEIGHTS[path]?.why ?? ''} |`];
      }),
    );
  return `## Fields

Values, which cost nothing, are left out. “+ fields” is what is asked of the object, or of each item.

| field | cost | why more |
|---|---|---|
${rows.join('\n')}`;
}

function inWords({ kind, weight, itemWeight, size }: FieldCost): string {
  if (kind === 'leaf') return String(weight);
  if (kind !== 'list') return `${weight} + fields${kind === 'values' ? ' of one item' : ''}`;
  const items = `(${size?.told ?? '?'}) × (${itemWeight} + fields)`;
  return weight === 0 ? items : `${weight} + ${items}`;
}
