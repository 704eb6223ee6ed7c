import type { FindingDraft, RegisteredOrganization } from './finding-draft.ts';
import { isSetOtherwise, nameKey } from './written-name.rules.ts';

/** The spellings of a name, where sources differ by more than its setting: spaces, plurals, small words, capitals within. */
export function nameVariants({ id, name, aliases, sourceIds }: RegisteredOrganization): FindingDraft[] {
  const key = nameKey(name);
  const spellings = key === '' ? [] : aliases.filter((alias) => nameKey(alias) === key);
  if (spellings.every((alias) => isSetOtherwise(name, alias))) return [];
  return [
    {
      kind: 'NAME_VARIANT',
      severity: 'INFO',
      subjects: [id],
      field: 'name',
      statement: [name, ...spellings].join(' · '),
      explanation: 'Les sources n’écrivent pas le nom de la même façon : une graphie est à retenir.',
      sourceIds,
    },
  ];
}
