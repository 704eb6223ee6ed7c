import { Fault } from '@graphess/subgraph-kit';
import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** Tokens of a document: beyond it, it is not even parsed. */
export const MAX_TOKENS = 4_000;

const MAX_DEPTH = 15;
const MAX_ALIASES = 100;
const MAX_ROOT_FIELDS = 50;

type Size = { depth: number; aliases: number };

/**
 * Refuses documents that no screen needs, before any subgraph is asked: too deep, or the same field too many times under
 * other names. Fragments count where they are spread. Introspection, which is bounded by itself, does not count.
 */
export function documentLimits(context: ValidationContext): ASTVisitor {
  return {
    [Kind.OPERATION_DEFINITION](operation: OperationDefinitionNode) {
      const fragments = new Map(
        context
          .getDocument()
          .definitions.filter(
            (each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION,
          )
          .map((fragment) => [fragment.name.value, fragment]),
      );
      const { depth, aliases } = sizeOf(operation.selectionSet, fragments, new Map(), new Set());
      const refusals = [
        depth > MAX_DEPTH && `Cette requête a ${depth} niveaux ; ${MAX_DEPTH} au plus sont acceptés.`,
        aliases > MAX_ALIASES &&
          `Cette requête renomme ${aliases} champs ; ${MAX_ALIASES} au plus sont acceptés.`,
        operation.selectionSet.selections.length > MAX_ROOT_FIELDS &&
          `Cette requête demande plus de ${MAX_ROOT_FIELDS} champs à la racine.`,
      ];
      for (const refusal of refusals) {
        if (refusal !== false) context.reportError(new Fault('OPERATION_LIMIT', refusal));
      }
    },
  };
}

/** Each fragment is measured once, however often it is spread; a cycle, refused elsewhere, counts as nothing. */
function sizeOf(
  selections: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  measured: Map<string, Size>,
  open: Set<string>,
): Size {
  const total: Size = { depth: 0, aliases: 0 };
  const add = ({ depth, aliases }: Size) => {
    total.depth = Math.max(total.depth, depth);
    total.aliases += aliases;
  };
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value.startsWith('__')) {
        add({ depth: 1, aliases: selection.alias ? 1 : 0 });
        continue;
      }
      const inner = selection.selectionSet
        ? sizeOf(selection.selectionSet, fragments, measured, open)
        : { depth: 0, aliases: 0 };
      add({ depth: inner.depth + 1, aliases: inner.aliases + (selection.alias ? 1 : 0) });
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      add(sizeOf(selection.selectionSet, fragments, measured, open));
    } else {
      add(sizeOfFragment(selection.name.value, fragments, measured, open));
    }
  }
  return total;
}

function sizeOfFragment(
  name: string,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  measured: Map<string, Size>,
  open: Set<string>,
): Size {
  const known = measured.get(name);
  if (known !== undefined) return known;
  const fragment = fragments.get(name);
  if (fragment === undefined || open.has(name)) return { depth: 0, aliases: 0 };
  open.add(name);
  const size = sizeOf(fragment.selectionSet, fragments, measured, open);
  open.delete(name);
  measured.set(name, size);
  return size;
}
