import { readDataFile } from '@graphess/subgraph-kit';
import { expect, test } from 'vitest';
import type { EligibilityRecord } from '../eligibility/load-eligibility.ts';
import { anEdition } from '../testing/an-edition.fixture.ts';
import type { CallRecord } from './load-calls.ts';
import type { PublishCallInput } from './publish-call.input.ts';
import { problemsOfCall } from './publish-call.rules.ts';

/** What documents do not tell of an edition is taken from an invented one, so that the rest alone is judged. */
const calls = readDataFile<CallRecord[]>('data', '92', 'grants/calls.json', []);
const eligibility = readDataFile<EligibilityRecord[]>('data', '92', 'grants/eligibility.json', []);

test.each([
  [1, ['WINDOW_UNKNOWN']],
  [2, ['MILESTONE_MISSING', 'WINDOW_UNKNOWN']],
  [3, []],
  [4, []],
])('edition %i, as documents tell it, is data that could be published but for %o', (edition, expected) => {
  const call = calls.find((each) => each.edition === edition);
  const terms = eligibility.find((each) => each.edition === edition);
  const input = {
    ...anEdition(),
    ...call,
    objectives: call?.objectives.map(({ statement }) => statement),
    envelopeCents: call?.envelopeTotalCents,
    eligibility: terms,
  } as unknown as PublishCallInput;
  expect(problemsOfCall(input).map(({ code }) => code)).toEqual(expected);
});
