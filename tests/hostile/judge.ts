import type { ActiveCase, Expectation } from './case.ts';
import { leaksOf } from './leaks.ts';
import type { Answer } from './send.ts';
import type { World } from './world.ts';

/** All that is wrong with the answers to a case; nothing when it passes. */
export function complaintsOf(each: ActiveCase, answers: readonly Answer[], world: World): string[] {
  const complaints = new Set<string>();
  for (const answer of answers) {
    for (const complaint of complaintsOfOne(each.expect, answer, world)) complaints.add(complaint);
  }
  const together = each.expect.together?.(answers, world) ?? null;
  if (together !== null) complaints.add(together);
  return [...complaints];
}

function complaintsOfOne(expect: Expectation, answer: Answer, world: World): string[] {
  if (expect.orRefused && /ECONNREFUSED|ECONNRESET/.test(answer.failure ?? '')) return [];
  if (answer.failure !== null) return [`no answer: ${answer.failure}`];
  const { body } = answer;
  const errors = body?.errors ?? [];
  const codes = errors.map(({ extensions }) => String(extensions?.code));
  const unexpected = expect.codes ? codes.filter((code) => !expect.codes?.includes(code)) : [];
  const all: (string | null | undefined | false)[] = [
    !expect.status.includes(answer.status) &&
      `status ${answer.status}, expected ${expect.status.join(' or ')}`,
    expect.codes !== undefined && codes.length === 0 && `no error, expected ${expect.codes.join(' or ')}`,
    unexpected.length > 0 &&
      `code ${[...new Set(unexpected)].join(', ')}, expected ${expect.codes?.join(' or ')}`,
    expect.data === 'none' && holdsValue(body?.data) && `data came back: ${excerpt(body?.data)}`,
    expect.data === 'some' && !holdsValue(body?.data) && `no data: ${excerpt(body ?? answer.text)}`,
    expect.maxBytes !== undefined &&
      answer.bytes > expect.maxBytes &&
      `${answer.bytes} bytes, at most ${expect.maxBytes}`,
    expect.maxErrors !== undefined &&
      errors.length > expect.maxErrors &&
      `${errors.length} errors, at most ${expect.maxErrors}`,
    (expect.maxAnswers ?? 1) < answer.statuses.length &&
      `${answer.statuses.length} answers on one connection`,
    ...(expect.never ?? []).map((sign) => sign.test(answer.text) && `the body matches ${sign}`),
    ...Object.entries(expect.headers ?? {}).map(
      ([name, sign]) => !sign.test(answer.headers[name] ?? '') && `header ${name}: ${answer.headers[name]}`,
    ),
    ...(expect.withoutHeaders ?? []).map(
      (name) => answer.headers[name] !== undefined && `header ${name} is there`,
    ),
    ...leaksOf(answer, world.secrets),
    expect.holds?.(answer, world),
  ];
  return all.filter((complaint): complaint is string => typeof complaint === 'string');
}

/** Whether something other than null and empty lists is there, at any depth. */
export function holdsValue(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (typeof value !== 'object') return true;
  return Object.values(value).some(holdsValue);
}

function excerpt(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 200);
}
