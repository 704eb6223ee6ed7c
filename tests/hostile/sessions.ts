import { SignJWT } from 'jose';
import { sessionKeeper } from '../../gateway/src/identity/session.ts';

/** The session cookie of an agent, and forgeries of it. */
export type Sessions = Readonly<
  Record<
    'agent' | 'of another platform' | 'with more rights' | 'without signature' | 'of another origin',
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
    'of another platform': await keeper('x'.repeat(43), origin).seal(person('agent')),
    'of another origin': await keeper(secret, 'https://recette.exemple.fr').seal(person('agent')),
    'with more rights': `${header}.${claims}.${signature}`,
    'without signature': `${unsignedHeader()}.${claims}.`,
  };
}

function unsignedHeader(): string {
  return Buffer.from(JSON.stringify({ alg: 'none', typ: 'graphess-session+jwt' })).toString('base64url');
}

/** An access token that somebody signs with a word that is easy to guess. */
export function guessedToken(): Promise<string> {
  return new SignJWT({ sub: 'hostile-agent', roles: ['agent'] })
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
    .setIssuedAt()
    .setExpirationTime('5 minutes')
    .sign(new TextEncoder().encode('secret'));
}
