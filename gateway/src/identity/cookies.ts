/**
 * The platform's cookies. In production their names hold the browser to what they promise: set by this host and no
 * neighbour, over TLS alone (`__Host-` of RFC 6265bis, which wants the path `/`). None can be read by a script.
 */
export function cookieJar(production: boolean) {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: production } as const;
  const name = (own: string) => (production ? `__Host-${own}` : own);
  return {
    /** Who is signed in. */
    session: { name: name('graphess'), options },
    /** What a sign-in under way must come back with. */
    signIn: { name: name('graphess-sign-in'), options },
    /** What the provider wants to hear at the end. */
    farewell: { name: name('graphess-end'), options },
  };
}

export type CookieJar = ReturnType<typeof cookieJar>;
