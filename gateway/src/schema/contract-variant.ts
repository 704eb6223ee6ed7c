import { AUDIENCES, type Audience } from '@graphess/subgraph-kit';
import {
  buildASTSchema,
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  lexicographicSortSchema,
  type NamedTypeNode,
  type ObjectTypeDefinitionNode,
  parse,
  printSchema,
  type TypeDefinitionNode,
  type TypeNode,
} from 'graphql';

type Types = Map<string, TypeDefinitionNode>;

/**
 * The part of the API that an audience gets, as a schema of its own: the fields whose tag (in the supergraph) is that
 * audience or a wider one, and the types that they lead to. A field without a tag is in no variant.
 */
export function contractVariant(api: string, supergraph: string, audience: Audience): string {
  const open = openTo(parse(supergraph), audience);
  const types: Types = new Map();
  for (const definition of parse(api).definitions) {
    if ('name' in definition && definition.name && 'kind' in definition && isTypeDefinition(definition)) {
      types.set(definition.name.value, definition);
    }
  }
  const builtIn = ['String', 'Int', 'Float', 'Boolean', 'ID'];
  for (const [name, type] of types) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const fields = type.fields?.flatMap((field) => openField(field, name, open) ?? []) ?? [];
    types.set(name, { ...type, fields });
  }
  // A field gone may empty a type, which takes the fields that lead to it, and so on.
  for (let before = ''; before !== snapshot(types); ) {
    before = snapshot(types);
    dropFields(types, ({ type }) => !types.has(namedType(type)) && !builtIn.includes(namedType(type)));
    fitInterfaces(types);
    dropEmpty(types);
  }
  const definitions = [...types].filter(([name]) => reached(types).has(name)).map(([, type]) => type);
  return printSchema(lexicographicSortSchema(buildASTSchema({ kind: Kind.DOCUMENT, definitions })));
}

function isTypeDefinition(node: { kind: string }): node is TypeDefinitionNode {
  return /^(Object|Interface|Union|Enum|InputObject|Scalar)TypeDefinition$/.test(node.kind);
}

/** Whether the audience gets `Type.field`, or `Type.field(argument)`: an argument without a tag is as open as its field. */
function openTo(
  supergraph: DocumentNode,
  audience: Audience,
): (coordinate: string, untagged: boolean) => boolean {
  const wide: readonly string[] = AUDIENCES.slice(0, AUDIENCES.indexOf(audience) + 1);
  const tags = new Map<string, readonly string[]>();
  for (const type of supergraph.definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const field of type.fields ?? []) {
      const name = `${type.name.value}.${field.name.value}`;
      tags.set(name, tagsOf(field.directives));
      for (const argument of field.arguments ?? [])
        tags.set(`${name}(${argument.name.value})`, tagsOf(argument.directives));
    }
  }
  return (coordinate, untagged) => {
    const own = tags.get(coordinate) ?? [];
    // Every subgraph that resolves it must open it.
    return own.length === 0 ? untagged : own.every((tag) => wide.includes(tag));
  };
}

function tagsOf(directives: readonly DirectiveNode[] | undefined): string[] {
  return (directives ?? [])
    .filter(({ name }) => name.value === 'tag')
    .flatMap(({ arguments: args }) =>
      (args ?? []).flatMap(({ value }) => (value.kind === Kind.STRING ? [value.value] : [])),
    );
}

function openField(
  field: FieldDefinitionNode,
  type: string,
  open: (coordinate: string, untagged: boolean) => boolean,
): FieldDefinitionNode | null {
  const name = `${type}.${field.name.value}`;
  if (!open(name, false)) return null;
  const closed = (field.arguments ?? []).filter(({ name: { value } }) => !open(`${name}(${value})`, true));
  if (closed.some(isRequired)) return null;
  return { ...field, arguments: (field.arguments ?? []).filter((argument) => !closed.includes(argument)) };
}

function isRequired({ type, defaultValue }: InputValueDefinitionNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined;
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function dropFields(types: Types, drop: (field: FieldDefinitionNode) => boolean): void {
  for (const [name, type] of types) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    types.set(name, { ...type, fields: type.fields?.filter((field) => !drop(field)) ?? [] });
  }
}

/** An interface keeps the fields that all its types keep; without types it goes. */
function fitInterfaces(types: Types): void {
  for (const [name, type] of types) {
    if (type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const own = objects(types).filter(({ interfaces }) =>
      interfaces?.some((each) => each.name.value === name),
    );
    const kept = type.fields?.filter((field) =>
      own.every(({ fields }) => fields?.some((each) => each.name.value === field.name.value)),
    );
    types.set(name, { ...type, fields: own.length === 0 ? [] : (kept ?? []) });
  }
}

function objects(types: Types): ObjectTypeDefinitionNode[] {
  return [...types.values()].filter((type) => type.kind === Kind.OBJECT_TYPE_DEFINITION);
}

function dropEmpty(types: Types): void {
  const known = (each: NamedTypeNode) => types.has(each.name.value);
  for (const [name, type] of types) {
    if ('fields' in type && type.fields?.length === 0) types.delete(name);
    if (type.kind === Kind.UNION_TYPE_DEFINITION) {
      const members = type.types?.filter(known) ?? [];
      if (members.length === 0) types.delete(name);
      else types.set(name, { ...type, types: members });
    }
  }
  for (const [name, type] of types) {
    if (type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      types.set(name, { ...type, interfaces: type.interfaces?.filter(known) ?? [] });
    }
  }
}

/** The types that an operation can meet. */
function reached(types: Types): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const type = types.get(name);
    if (type === undefined || found.has(name)) return;
    found.add(name);
    if ('interfaces' in type) for (const each of type.interfaces ?? []) visit(each.name.value);
    if (type.kind === Kind.UNION_TYPE_DEFINITION) for (const each of type.types ?? []) visit(each.name.value);
    if (type.kind === Kind.INTERFACE_TYPE_DEFINITION)
      for (const each of objects(types))
        if (each.interfaces?.some((own) => own.name.value === name)) visit(each.name.value);
    if (!('fields' in type)) return;
    for (const field of type.fields ?? []) {
      visit(namedType(field.type));
      if (field.kind === Kind.FIELD_DEFINITION)
        for (const argument of field.arguments ?? []) visit(namedType(argument.type));
    }
  };
  for (const root of ['Query', 'Mutation']) visit(root);
  return found;
}

function snapshot(types: Types): string {
  return [...types]
    .map(
      ([name, type]) =>
        `${name} ${'fields' in type ? type.fields?.length : ''} ${'types' in type ? type.types?.length : ''}`,
    )
    .join();
}
