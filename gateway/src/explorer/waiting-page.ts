const SECONDS_BETWEEN_TRIES = 2;

/** The page of an explorer that is still being built: it asks again by itself, without a script. */
export const PREPARING_PAGE = page(
  'L’explorateur est en préparation',
  'Cela prend quelques secondes, au premier démarrage seulement. Cette page se recharge d’elle-même. ' +
    'Le graphe répond déjà aux requêtes envoyées en POST sur <code>/graphql</code>.',
  `<meta http-equiv="refresh" content="${SECONDS_BETWEEN_TRIES}">`,
);

/** The page of an explorer that could not be built. */
export const FAILED_PAGE = page(
  'L’explorateur n’a pas pu être préparé',
  'Le graphe, lui, répond toujours aux requêtes envoyées en POST sur <code>/graphql</code>. ' +
    'Le terminal où il a été démarré dit où lire la cause.',
);

function page(title: string, text: string, head = ''): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Graph’ESS — explorateur</title>
<link rel="icon" href="data:,">
${head}
<style>
  :root { color-scheme: light dark; font: 1.1rem/1.6 system-ui, sans-serif; }
  body { display: grid; min-height: 100dvh; margin: 0; place-content: center; }
  main { box-sizing: border-box; max-width: 36rem; padding: 1.5rem; }
</style>
</head>
<body><main><h1>${title}</h1><p>${text}</p></main></body>
</html>
`;
}
