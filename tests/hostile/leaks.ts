import { PROJECT_ROOT } from '@graphess/platform';

/** What no answer ever tells, whatever was asked. */
const TELLTALES: readonly (readonly [what: string, sign: RegExp])[] = [
  ['a stack', /\bat (?:async )?[\w.<>[\] ]*\(?(?:file:\/\/|node:|\/)[^\s)]+:\d+:\d+\)?/],
  ['a stack trace field', /stack_?trace/i],
  ['a module path', /node_modules|\.ts:\d+/],
  ['a folder of the server', new RegExp(escaped(PROJECT_ROOT))],
  [
    'an error of the network',
    /\bE(?:CONN[A-Z]+|NOTFOUND|AI_AGAIN|PIPE|TIMEDOUT)\b|fetch failed|socket hang up/,
  ],
  ['an address inside', /\b(?:127\.0\.0\.1|localhost|\[::1\]):\d+/],
  ['an error of SQL', /QueryFailedError|violates .{1,40} constraint|relation ".{1,60}" does not exist/],
  ['an error of SQL', /\bsyntax error at or near\b|invalid byte sequence|permission denied for/],
  ['SQL', /\bSELECT [\s\S]{1,200} FROM \w/],
  ['a suggestion', /Did you mean/i],
  ['a secret of a URL', /postgres(?:ql)?:\/\/|password=/i],
  ['a private key', /-----BEGIN|"d":"[\w-]{40,}"/],
  ['the parser out of stack', /Maximum call stack/],
  [
    'a fault of the program',
    /is not a function|Cannot (?:read|set|destructure) propert|is not iterable|is not defined\b(?! by)/,
  ],
  [
    'a class of the server',
    /\b(?:TypeError|RangeError|ReferenceError|GraphQLError|ArgumentValidationError|ZodError)\b/,
  ],
];

const REVEALING_HEADERS = ['x-powered-by', 'server', 'x-apollo-tracing'];

/** What an answer tells that it should not; `secrets` are those of the world it was asked in. */
export function leaksOf(
  answer: { text: string; headers: Readonly<Record<string, string>> },
  secrets: readonly string[],
): string[] {
  return [
    ...TELLTALES.filter(([, sign]) => sign.test(answer.text)).map(([what]) => `tells ${what}`),
    ...(secrets.some((secret) => answer.text.includes(secret)) ? ['tells a secret back'] : []),
    ...REVEALING_HEADERS.filter((name) => answer.headers[name] !== undefined).map(
      (name) => `tells by header ${name}`,
    ),
  ];
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
