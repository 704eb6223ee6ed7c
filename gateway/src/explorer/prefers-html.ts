const API_TYPES = ['application/graphql-response+json', 'application/json'];

/**
 * True when an `Accept` header names `text/html` and ranks it above JSON (RFC 9110, 12.5.1), as browsers do for a page.
 * A wildcard is not a wish for a page: API clients send it. At equal weight the type named first wins.
 */
export function prefersHtml(accept: string | undefined): boolean {
  if (accept === undefined) return false;
  const ranges = accept.toLowerCase().split(',').map(mediaRange);
  const html = ranges.findIndex(({ type }) => type === 'text/html');
  const htmlWeight = ranges[html]?.weight ?? 0;
  return (
    htmlWeight > 0 &&
    ranges.every(
      ({ type, weight }, place) =>
        !API_TYPES.includes(type) || weight < htmlWeight || (weight === htmlWeight && place > html),
    )
  );
}

function mediaRange(text: string): { type: string; weight: number } {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  return { type, weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
}
