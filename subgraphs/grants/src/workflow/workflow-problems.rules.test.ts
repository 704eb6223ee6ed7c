import { expect, test } from 'vitest';
import { STANDARD_WORKFLOW, type WorkflowRecord } from './standard-workflow.ts';
import { problemsOfWorkflow } from './workflow-problems.rules.ts';

type Transition = WorkflowRecord['transitions'][number];
const more = (...transitions: Transition[]) =>
  problemsOfWorkflow(
    { ...STANDARD_WORKFLOW, transitions: [...STANDARD_WORKFLOW.transitions, ...transitions] },
    'workflow',
  ).map(({ code, path }) => [code, path?.slice(3).join('.')]);
const step = (each: Pick<Transition, 'action' | 'from' | 'to'> & Partial<Transition>): Transition => ({
  roles: ['agent'],
  guards: [],
  ...each,
});

test('the standard circuit holds together', () => {
  expect(more()).toEqual([]);
});

test.each<[string, Transition, string[][]]>([
  [
    'a laureate without an award',
    step({ action: 'SHORTLIST', from: ['SHORTLISTED'], to: 'AWARDED' }),
    [['STATE_OF_ANOTHER_ACTION', 'to']],
  ],
  [
    'an award that makes no laureate',
    step({ action: 'AWARD', from: ['SHORTLISTED'], to: 'WAITLISTED' }),
    [['ACTION_LEADS_ELSEWHERE', 'to']],
  ],
  [
    'a structure that makes itself a laureate',
    step({ action: 'ANSWER', from: ['SHORTLISTED'], to: 'AWARDED', roles: ['applicant'] }),
    [['STATE_OF_ANOTHER_ACTION', 'to']],
  ],
  [
    'a decision that is also for the structure',
    step({ action: 'AWARD', from: ['SHORTLISTED'], to: 'AWARDED', roles: ['agent', 'applicant'] }),
    [['DECIDED_BY_APPLICANT', 'roles']],
  ],
  [
    'an award that is left with its money',
    step({ action: 'WITHDRAW', from: ['AWARDED'], to: 'WITHDRAWN', roles: ['applicant'] }),
    [['AWARD_LEFT_OTHERWISE', 'from']],
  ],
  [
    'a refusal without its reason',
    step({ action: 'WAITLIST', from: ['SHORTLISTED'], to: 'REJECTED' }),
    [['STATE_OF_ANOTHER_ACTION', 'to']],
  ],
])('%s is no circuit', (_what, transition, expected) => {
  expect(more(transition)).toEqual(expected);
});
