/** The rules of an edition, as far as two editions are compared. */
export type ComparedRules = {
  readonly openTo: string;
  readonly actionWithin: string;
  readonly maxPerProjectCents: number | null;
  readonly rules: readonly { readonly code: string; readonly label: string; readonly description: string }[];
};

export type Difference = { field: string; before: string | null; after: string | null };

/** What differs from `before` to `after`, terms first, then each rule by its code. */
export function differencesOf(before: ComparedRules, after: ComparedRules): Difference[] {
  const codes = [...new Set([...before.rules, ...after.rules].map(({ code }) => code))].sort();
  return [
    { field: 'openTo', before: before.openTo, after: after.openTo },
    { field: 'actionWithin', before: before.actionWithin, after: after.actionWithin },
    {
      field: 'maxPerProjectCents',
      before: textOf(before.maxPerProjectCents),
      after: textOf(after.maxPerProjectCents),
    },
    ...codes.map((code) => ({
      field: `rules.${code}`,
      before: wordingOf(before, code),
      after: wordingOf(after, code),
    })),
  ].filter((each) => each.before !== each.after);
}

function wordingOf({ rules }: ComparedRules, code: string): string | null {
  const rule = rules.find((each) => each.code === code);
  return rule === undefined ? null : `${rule.label} : ${rule.description}`;
}

function textOf(cents: number | null): string | null {
  return cents === null ? null : String(cents);
}
