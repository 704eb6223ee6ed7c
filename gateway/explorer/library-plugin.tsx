import type { GraphiQLPlugin } from '@graphiql/react';
import { useId, useState } from 'react';
import type { LibraryEntry } from '../src/explorer/library-entry.ts';
import { entriesMatching, personasOf, useLibrary } from './library.ts';
import { useOpenInTab } from './open-in-tab.ts';

function Library() {
  const library = useLibrary();
  const open = useOpenInTab();
  const [search, setSearch] = useState('');
  const searchId = useId();
  const matching = library.state === 'read' ? entriesMatching(library.entries, search) : [];
  return (
    <section className="library" aria-labelledby={`${searchId}-title`}>
      <h2 id={`${searchId}-title`}>Bibliothèque</h2>
      <p>Des requêtes prêtes à l’emploi. Un clic en ouvre une dans un onglet, avec ses variables.</p>
      <label htmlFor={searchId}>Chercher une requête</label>
      <input
        id={searchId}
        type="search"
        placeholder="lauréats, commune, marché…"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <div aria-live="polite">
        {library.state === 'reading' && <p>Lecture de la bibliothèque…</p>}
        {library.state === 'unreadable' && (
          <p>La bibliothèque n’a pas pu être lue. Fermez puis rouvrez ce panneau pour réessayer.</p>
        )}
        {library.state === 'read' && matching.length === 0 && (
          <p>{search.trim() === '' ? 'La bibliothèque est vide.' : 'Aucune requête ne correspond.'}</p>
        )}
      </div>
      {personasOf(matching).map(([persona, entries]) => (
        <Persona key={persona} persona={persona} entries={entries} open={open} />
      ))}
    </section>
  );
}

type PersonaProps = { persona: string; entries: LibraryEntry[]; open: (entry: LibraryEntry) => void };

function Persona({ persona, entries, open }: PersonaProps) {
  return (
    <>
      <h3>{persona}</h3>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <button type="button" data-entry={entry.id} onClick={() => open(entry)}>
              {entry.title}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function LibraryIcon() {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <rect x="2.5" y="3" width="4" height="14" rx="0.8" />
      <rect x="6.5" y="3" width="4" height="14" rx="0.8" />
      <rect x="12" y="3.4" width="4" height="13.6" rx="0.8" transform="rotate(-8 14 10)" />
    </svg>
  );
}

/** The panel of ready-made operations; a click opens one in a tab. */
export const LIBRARY_PLUGIN: GraphiQLPlugin = { title: 'Bibliothèque', icon: LibraryIcon, content: Library };
