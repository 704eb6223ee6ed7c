import { type ConstDirectiveNode, type DocumentNode, Kind, parse, visit } from 'graphql';
import { type FieldPermission, isExternal } from './read-permissions.ts';
import { audienceOf, ruleText } from './rule.ts';

/** Where the meaning of `@access` is said: an identity, not an address. */
const ACCESS_SPEC = 'https://graphess.invalid/access/v1.0';

/** What a subgraph's document declares to use `@access`, and to keep it in the supergraph. */
export const ACCESS_DEFINITIONS = parse(`
  extend schema @link(url: "${ACCESS_SPEC}", import: ["@access"]) @composeDirective(name: "@access")

  """Qui peut demander ce champ, ou donner cet argument, quand ce n’est pas tout le monde."""
  directive @access(rule: String!) on FIELD_DEFINITION | ARGUMENT_DEFINITION
`).definitions;

/**
 * Writes each row of the table on its field: `@tag` with the audience it opens to, which contract variants are cut by, and
 * `@access` with the rule where there is one. They say, and the resolvers enforce.
 */
export function annotateDocument(
  document: DocumentNode,
  rows: ReadonlyMap<string, FieldPermission>,
): DocumentNode {
  let type = '';
  return visit(document, {
    ObjectTypeDefinition: {
      enter(node) {
        type = node.name.value;
      },
      leave() {
        type = '';
      },
    },
    FieldDefinition(node) {
      const row = rows.get(`${type}.${node.name.value}`);
      if (row === undefined || isExternal(node)) return undefined;
      return {
        ...node,
        directives: [...(node.directives ?? []), ...directivesOf(row)],
        arguments: node.arguments?.map((argument) => {
          const permit = row.arguments[argument.name.value];
          if (permit === undefined) return argument;
          const own = [
            directive('access', 'rule', ruleText(permit)),
            directive('tag', 'name', audienceOf(permit)),
          ];
          return { ...argument, directives: [...(argument.directives ?? []), ...own] };
        }),
      };
    },
  });
}

function directivesOf({ rule, otherwise }: FieldPermission): ConstDirectiveNode[] {
  if (rule === 'public') return [directive('tag', 'name', 'public')];
  const masked = otherwise === null ? '' : 'public, in part; whole: ';
  return [
    directive('access', 'rule', `${masked}${ruleText(rule)}`),
    directive('tag', 'name', otherwise === null ? audienceOf(rule) : 'public'),
  ];
}

function directive(name: string, argument: string, value: string): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: name },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: argument },
        value: { kind: Kind.STRING, value },
      },
    ],
  };
}
