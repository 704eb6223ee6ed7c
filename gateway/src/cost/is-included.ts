import { type DirectiveNode, Kind, type SelectionNode } from 'graphql';

/** Whether `@skip` and `@include` leave a selection in. */
export function isIncluded(
  { directives = [] }: SelectionNode,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  return directives.every((directive) => {
    if (directive.name.value === 'skip') return condition(directive, variables) !== true;
    return directive.name.value === 'include' ? condition(directive, variables) !== false : true;
  });
}

function condition(directive: DirectiveNode, variables: Readonly<Record<string, unknown>>): unknown {
  const value = directive.arguments?.find(({ name }) => name.value === 'if')?.value;
  if (value?.kind === Kind.VARIABLE) return variables[value.name.value];
  return value?.kind === Kind.BOOLEAN ? value.value : undefined;
}
