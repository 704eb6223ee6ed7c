/**
 * The platform's cookies. In production their names hold the browser to what they promise: only this host, only over
 * TLS (`__Host-`, `__Secure-` of RFC 6265bis). None can be read by a script.
 */
export function cookieJar(production: boolean) {
  const options = (path: string) => ({ path, httpOnly: true, sameSite: 'lax', secure: production }) as const;
  return {
    /** Who is signed in. */
    session: { name: production ? '__Host-graphess' : 'graphess', options: options('/') },
    /** What a sign-in under way must come back with. */
    signIn: {
      name: production ? '__Secure-graphess-sign-in' : 'graphess-sign-in',
      options: options('/auth'),
    },
    /** What the provider wants to hear at the end. */
    farewell: { name: production ? '__Secure-graphess-end' : 'graphess-end', options: options('/auth') },
  };
}

export type CookieJar = ReturnType<typeof cookieJar>;
