import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What a document weighs before anything is known of the graph. Fragments count wherever they are spread. */
export type DocumentSize = {
  readonly operations: number;
  readonly fragments: number;
  /** The longest row of fragments that spread one another. */
  readonly fragmentChain: number;
  /** The most that one operation defines. */
  readonly variables: number;
  readonly directives: number;
  /** The most that one node carries. */
  readonly directivesOfNode: number;
  /** Times that a field is written again in the same braces. */
  readonly repeatedFields: number;
  /** These four are of the largest operation. */
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly fields: number;
};

type Spread = { depth: number; aliases: number; rootFields: number; fields: number; chain: number };
const NOTHING: Spread = { depth: 0, aliases: 0, rootFields: 0, fields: 0, chain: 0 };

/**
 * Measures in time proportional to the document: a fragment is measured once, however often it is spread, and a cycle
 * of fragments, refused by validation, counts as nothing. Below introspection (`__schema`) no level is counted:
 * graphql-js bounds it.
 */
export function sizeOfDocument(document: DocumentNode): DocumentSize {
  const operations = document.definitions.filter(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  );
  const fragments = document.definitions.filter(
    (each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION,
  );
  const spread = spreader(fragments);
  const sizes = operations.map(({ selectionSet }) => spread(selectionSet));
  const largest = (of: (size: Spread) => number) => Math.max(0, ...sizes.map(of));
  return {
    operations: operations.length,
    fragments: fragments.length,
    fragmentChain: largest(({ chain }) => chain),
    variables: Math.max(0, ...operations.map((each) => each.variableDefinitions?.length ?? 0)),
    ...written(document),
    depth: largest(({ depth }) => depth),
    aliases: largest(({ aliases }) => aliases),
    rootFields: largest(({ rootFields }) => rootFields),
    fields: largest(({ fields }) => fields),
  };
}

function spreader(definitions: readonly FragmentDefinitionNode[]): (selections: SelectionSetNode) => Spread {
  const fragments = new Map(definitions.map((fragment) => [fragment.name.value, fragment]));
  const measured = new Map<string, Spread>();
  const open = new Set<string>();

  const ofFragment = (name: string): Spread => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    if (fragment === undefined || open.has(name)) return NOTHING;
    open.add(name);
    const inner = ofSelections(fragment.selectionSet);
    open.delete(name);
    const size = { ...inner, chain: inner.chain + 1 };
    measured.set(name, size);
    return size;
  };

  const ofSelections = ({ selections }: SelectionSetNode): Spread => {
    const total = { ...NOTHING };
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const bounded = selection.name.value.startsWith('__');
        const inner = selection.selectionSet ? ofSelections(selection.selectionSet) : NOTHING;
        total.depth = Math.max(total.depth, bounded ? 1 : inner.depth + 1);
        total.aliases += inner.aliases + (selection.alias ? 1 : 0);
        total.rootFields += 1;
        total.fields += inner.fields + 1;
        total.chain = Math.max(total.chain, inner.chain);
      } else {
        const inner =
          selection.kind === Kind.INLINE_FRAGMENT
            ? ofSelections(selection.selectionSet)
            : ofFragment(selection.name.value);
        total.depth = Math.max(total.depth, inner.depth);
        total.aliases += inner.aliases;
        total.rootFields += inner.rootFields;
        total.fields += inner.fields;
        total.chain = Math.max(total.chain, inner.chain);
      }
    }
    return total;
  };
  return ofSelections;
}

/** What is counted as it is written, wherever it stands. */
function written(document: DocumentNode) {
  const counts = { directives: 0, directivesOfNode: 0, repeatedFields: 0 };
  // A list of what is left, and no recursion: a document may be nested deeper than a stack is.
  const left: unknown[] = [...document.definitions];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, each] of Object.entries(value)) {
      if (key === 'loc') continue;
      if (key === 'directives' && Array.isArray(each)) {
        counts.directives += each.length;
        counts.directivesOfNode = Math.max(counts.directivesOfNode, each.length);
      }
      if (key === 'selectionSet' && each) counts.repeatedFields += repeatsIn(each as SelectionSetNode);
      left.push(each);
    }
  }
  return counts;
}

function repeatsIn({ selections }: SelectionSetNode): number {
  const names = selections.flatMap((each) =>
    each.kind === Kind.FIELD ? [(each.alias ?? each.name).value] : [],
  );
  return names.length - new Set(names).size;
}
