/** A browser as far as identity goes: cookies by path, redirects one at a time. */
export type Browser = {
  readonly cookies: ReadonlyMap<string, { value: string; path: string; attributes: string }>;
  go(
    url: string,
    init?: { method?: string; form?: Record<string, string>; headers?: Record<string, string> },
  ): Promise<Response>;
  /** Goes on until something other than a redirect answers, or a redirect leads to another origin than `stayAt`. */
  follow(url: string, stayAt?: string): Promise<{ url: string; response: Response }>;
  forget(): void;
};

const MAX_REDIRECTS = 10;

export function testBrowser(): Browser {
  const cookies = new Map<string, { value: string; path: string; attributes: string }>();
  const go: Browser['go'] = async (url, { method, form, headers = {} } = {}) => {
    const { pathname } = new URL(url);
    const sent = [...cookies].filter(([, { path }]) => pathname.startsWith(path));
    const response = await fetch(url, {
      redirect: 'manual',
      method: method ?? (form ? 'POST' : 'GET'),
      headers: { ...headers, cookie: sent.map(([name, { value }]) => `${name}=${value}`).join('; ') },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = '', attributes = ''] = /^([^=]+)=([^;]*)(.*)$/.exec(line) ?? [];
      const path = /;\s*path=([^;]+)/i.exec(attributes)?.[1] ?? '/';
      if (value === '' || /max-age=0/i.test(attributes)) cookies.delete(name);
      else cookies.set(name, { value, path, attributes });
    }
    return response;
  };
  return {
    cookies,
    go,
    async follow(url, stayAt = new URL(url).origin) {
      let at = url;
      for (let step = 0; step < MAX_REDIRECTS; step += 1) {
        const response = await go(at);
        const location = response.headers.get('location');
        if (location === null) return { url: at, response };
        at = new URL(location, at).href;
        if (new URL(at).origin !== stayAt) return { url: at, response };
      }
      throw new Error(`too many redirects from ${url}`);
    },
    forget: () => cookies.clear(),
  };
}
