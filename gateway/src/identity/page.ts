/** A page of the platform's own: plain HTML, one style sheet of the same origin, no script. `body` is HTML. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} – Graph’ESS</title>
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

/** What a page needs beyond an answer of data: its own style sheet and forms. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export const STYLE_PATH = '/auth/style.css';

export const STYLE = `:root { color-scheme: light dark; }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1f; background: #f5f5f2; }
main { max-width: 36rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; }
p { margin: 0 0 1rem; }
.notice { padding: .75rem 1rem; border-left: .25rem solid #b25e00; background: #fff4e5; color: #1b1b1f; }
.accounts { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; }
button, .action { display: block; width: 100%; min-height: 2.75rem; padding: .625rem 1rem; font: inherit; text-align: left;
  color: inherit; background: #fff; border: 1px solid #8a8a83; border-radius: .375rem; cursor: pointer; text-decoration: none; }
button strong, button span { display: block; }
button:hover, .action:hover { border-color: #1d5c49; box-shadow: inset 0 0 0 1px #1d5c49; }
button:focus-visible, a:focus-visible { outline: 3px solid #1d5c49; outline-offset: 2px; }
code { font-size: .875em; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) {
  body { color: #ececea; background: #17181a; }
  button, .action { background: #232527; border-color: #8f918d; }
  button:hover, .action:hover { border-color: #8fd3bc; box-shadow: inset 0 0 0 1px #8fd3bc; }
  button:focus-visible, a:focus-visible { outline-color: #8fd3bc; }
}
`;

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
