import { createHmac } from 'node:crypto';
import { sessionKeeper } from '../../gateway/src/identity/session.ts';

/** The session cookie of an agent, and forgeries of it. */
export type Sessions = Readonly<
  Record<
    | 'agent'
    | 'signed out'
    | 'of another platform'
    | 'with more rights'
    | 'without signature'
    | 'of another origin',
    string
  >
>;

export const SESSION_COOKIE = '__Host-graphess';

export async function sessionsOf(secret: string, origin: string): Promise<Sessions> {
  const person = (role: 'agent' | 'applicant') => ({
    subject: 'hostile-browser',
    roles: [role],
    organization: null,
  });
  const keeper = (key: string, at: string) => sessionKeeper(key, () => at, new Set());
  const own = keeper(secret, origin);
  const applicant = await own.seal(person('applicant'));
  const agent = await own.seal(person('agent'));
  const [header = '', , signature = ''] = applicant.split('.');
  const [, claims = ''] = agent.split('.');
  return {
    agent,
    'signed out': await own.seal(person('agent')),
    'of another platform': await keeper('x'.repeat(43), origin).seal(person('agent')),
    'of another origin': await keeper(secret, 'https://recette.exemple.fr').seal(person('agent')),
    'with more rights': `${header}.${claims}.${signature}`,
    'without signature': `${encoded({ alg: 'none', typ: 'graphess-session+jwt' })}.${claims}.`,
  };
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** An access token that somebody signs with a word that is easy to guess. */
export function guessedToken(): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { sub: 'hostile-agent', roles: ['agent'], iat: now, exp: now + 300 };
  const signed = `${encoded({ alg: 'HS256', typ: 'at+jwt' })}.${encoded(claims)}`;
  return `${signed}.${createHmac('sha256', 'secret').update(signed).digest('base64url')}`;
}
