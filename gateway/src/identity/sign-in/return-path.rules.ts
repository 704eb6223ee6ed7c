const HERE = 'https://here.invalid';

/**
 * Where a browser goes after signing in: a path of the platform, whatever a link says; `/` in place of anything that
 * would lead elsewhere, or back to signing in.
 */
export function returnPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > 1_000 || !/^\/(?![/\\])/.test(asked)) return '/';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them, and `/\t/host` becomes `//host`.
  if (/[\u0000-\u001f\u007f\\]/.test(asked)) return '/';
  const url = URL.parse(asked, HERE);
  if (
    url === null ||
    url.origin !== HERE ||
    url.pathname.startsWith('//') ||
    /^\/auth(\/|$)/.test(url.pathname)
  )
    return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}
