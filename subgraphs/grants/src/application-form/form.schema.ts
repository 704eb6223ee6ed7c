import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ApplicationForm } from './application-form.type.ts';

/** Blank is not filled in; the same text typed on two keyboards is one text. */
const text = z
  .string()
  .nullish()
  .transform((typed) => typed?.normalize('NFC').trim() || null);
const texts = z
  .array(z.string())
  .nullish()
  .transform((typed) =>
    (typed ?? []).map((each) => each.normalize('NFC').trim()).filter((each) => each !== ''),
  );
const number = z
  .number()
  .nullish()
  .transform((given) => given ?? null);
const answer = z
  .boolean()
  .nullish()
  .transform((given) => given ?? null);

/** A part that nobody began is null. */
function part<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .object(shape)
    .nullish()
    .transform((given) => given ?? null);
}

const budget = part({
  year: number,
  lines: z.array(z.object({ account: z.string().trim(), label: text, cents: z.number() })),
});

const form = z.object({
  structure: part({
    ...{ name: text, acronym: text, siret: text, rna: text, legalForm: text, isEsus: answer },
    ...{ address: text, website: text },
    contact: part({ name: text, position: text, email: text, phone: text }),
  }),
  administration: part({ approvals: texts, recognisedPublicUtility: answer, paysBusinessTaxes: answer }),
  means: part({
    ...{ volunteers: number, serviceVolunteers: number, employees: number },
    ...{ fullTimeEquivalents: number, members: number },
  }),
  organizationBudget: budget,
  project: part({
    ...{ title: text, summary: text, objectives: text, description: text, beneficiaries: text },
    ...{ territories: texts, means: text, startsOn: text, endsOn: text, calendar: text, evaluation: text },
    ...{ indicators: texts, requestedCents: number, fundedItems: text },
  }),
  projectBudget: budget,
  themes: texts,
  attestations: part({
    declarationsUpToDate: answer,
    republicanCommitment: answer,
    rightToRepresent: answer,
  }),
});

/** A form in its one canonical shape, from what was sent or stored. Throws on what is no form. */
export function formOf(content: unknown): ApplicationForm {
  return form.parse(content);
}

/** A form in which each part that `sent` gives takes the place of what was there. */
export function formWith(kept: ApplicationForm, sent: Partial<ApplicationForm>): ApplicationForm {
  const given = Object.entries(sent).filter(([, value]) => value !== undefined && value !== null);
  return formOf({ ...kept, ...Object.fromEntries(given) });
}

/** The SHA-256 of a form, the same however it was stored. */
export function hashOfForm(content: ApplicationForm): string {
  return createHash('sha256')
    .update(JSON.stringify(formOf(content)))
    .digest('hex');
}
