const DISPUTED_CLAIMS = `# Les affirmations qui se contredisent d’une source à l’autre.
# Ctrl+Entrée (⌘+Entrée sur un Mac) envoie la requête.
# D’autres requêtes sont prêtes dans la bibliothèque, à gauche.
query AffirmationsContestees {
  claims(disputed: true) {
    nodes {
      subject
      field
      statement
      current
      source {
        citation
      }
    }
  }
}
`;

export type FirstTab = { defaultQuery: string; initialQuery?: string; initialVariables?: string };

/** What the first visit shows; an address with `?query=` (and `variables=`) shows that query instead. */
export function firstTab(search: string): FirstTab {
  const given = new URLSearchParams(search);
  const query = given.get('query');
  if (query === null) return { defaultQuery: DISPUTED_CLAIMS };
  return {
    defaultQuery: DISPUTED_CLAIMS,
    initialQuery: query,
    initialVariables: given.get('variables') ?? '',
  };
}
