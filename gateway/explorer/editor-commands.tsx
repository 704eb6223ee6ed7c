import { CopyIcon, MergeIcon, PrettifyIcon, ToolbarButton, useGraphiQLActions } from '@graphiql/react';

/** The commands beside the operation editor. */
export function EditorCommands() {
  const { prettifyEditors, mergeQuery, copyQuery } = useGraphiQLActions();
  return (
    <>
      <ToolbarButton label="Mettre en forme" onClick={() => void prettifyEditors()}>
        <PrettifyIcon className="graphiql-toolbar-icon" aria-hidden="true" />
      </ToolbarButton>
      <ToolbarButton label="Fondre les fragments dans la requête" onClick={mergeQuery}>
        <MergeIcon className="graphiql-toolbar-icon" aria-hidden="true" />
      </ToolbarButton>
      <ToolbarButton label="Copier la requête" onClick={() => void copyQuery()}>
        <CopyIcon className="graphiql-toolbar-icon" aria-hidden="true" />
      </ToolbarButton>
    </>
  );
}
