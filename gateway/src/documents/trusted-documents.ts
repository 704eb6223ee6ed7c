import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import { type DocumentNode, Kind, parse, print, type SelectionSetNode, visit } from 'graphql';
import { z } from 'zod';

/** The documents that everybody may run, by the SHA-256 of their text in lower-case hexadecimal. */
export type TrustedDocuments = ReadonlyMap<string, string>;

const MANIFEST = 'packages/client/src/generated/persisted-documents.json';
const manifestShape = z.record(z.string().regex(/^sha256:[0-9a-f]{64}$/), z.string().min(1));

/**
 * The operations of `operations/` and of the client's generated manifest, both committed. An operation is known under
 * the texts that clients make of it: the file as it is, its printed form, that form with `__typename` in every selection
 * (clients that keep a normalised cache), and the manifest's own.
 * Throws when there is none, or when the manifest does not hold what its hashes say.
 */
export function trustedDocuments(root = PROJECT_ROOT): TrustedDocuments {
  const manifest = manifestShape.parse(JSON.parse(readFileSync(join(root, MANIFEST), 'utf8')) as unknown);
  for (const [hash, document] of Object.entries(manifest)) {
    if (`sha256:${sha256(document)}` !== hash) throw new Error(`The manifest does not hold ${hash}`);
  }
  const texts = globSync('operations/**/*.graphql', { cwd: root }).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const document = parse(text, { noLocation: true });
    return [text, print(document), print(withTypenames(document))];
  });
  if (texts.length === 0) throw new Error('There is no trusted document');
  return new Map([...Object.values(manifest), ...texts].map((text) => [sha256(text), text]));
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function withTypenames(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet(node, _key, parent) {
      const isRoot = parent !== undefined && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION;
      return isRoot || hasTypename(node)
        ? undefined
        : { ...node, selections: [...node.selections, TYPENAME] };
    },
  });
}

const TYPENAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

function hasTypename({ selections }: SelectionSetNode): boolean {
  return selections.some((each) => each.kind === Kind.FIELD && each.name.value === '__typename');
}
