import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { LibraryEntry } from '../src/explorer/library-entry.ts';
import { isNarrow } from './screen.ts';

/** Opens a library entry in a tab of its own, or shows the tab that already holds it unchanged. */
export function useOpenInTab(): (entry: LibraryEntry) => void {
  const { addTab, changeTab, setVisiblePlugin } = useGraphiQLActions();
  const { tabs, activeTabIndex, queryEditor, variableEditor } = useGraphiQL(
    pick('tabs', 'activeTabIndex', 'queryEditor', 'variableEditor'),
  );
  return ({ operation, variables }) => {
    const wanted = variables ?? '';
    const held = tabs.findIndex((tab) => tab.query === operation && (tab.variables ?? '') === wanted);
    if (held >= 0) {
      if (held !== activeTabIndex) changeTab(held);
    } else {
      addTab();
      queryEditor?.setValue(operation);
      variableEditor?.setValue(wanted);
    }
    if (isNarrow()) setVisiblePlugin(null);
    requestAnimationFrame(showActiveTab);
  };
}

/** The row of tabs scrolls, and a new tab comes last. */
function showActiveTab(): void {
  document.querySelector('.graphiql-tab-active')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
