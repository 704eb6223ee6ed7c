import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { EditorCommands } from './editor-commands.tsx';
import { firstTab } from './first-tab.ts';
import { LIBRARY_PLUGIN } from './library-plugin.tsx';
import { isNarrow } from './screen.ts';
import { isFirstVisit, visitStorage } from './visit-storage.ts';

const fetcher = createGraphiQLFetcher({ url: '/graphql' });
const plugins = [LIBRARY_PLUGIN, HISTORY_PLUGIN];
const tab = firstTab(window.location.search);

const storage = visitStorage(window.localStorage);
const openLibrary = isFirstVisit(window.localStorage) && !isNarrow();

export function Explorer() {
  return (
    <GraphiQL
      {...tab}
      fetcher={fetcher}
      plugins={plugins}
      storage={storage}
      {...(openLibrary ? { visiblePlugin: LIBRARY_PLUGIN } : {})}
      defaultEditorToolsVisibility={isNarrow() ? false : 'variables'}
      inputValueDeprecation
      schemaDescription
    >
      <GraphiQL.Logo>Graph’ESS</GraphiQL.Logo>
      <GraphiQL.Toolbar>
        <EditorCommands />
      </GraphiQL.Toolbar>
    </GraphiQL>
  );
}
