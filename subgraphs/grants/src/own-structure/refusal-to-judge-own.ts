import { PermissionError, type Viewer } from '@graphess/subgraph-kit';

/** Refuses whoever acts for the structure that applied: nobody decides of their own, whatever else they are. */
export function refusalToJudgeOwn(
  viewer: Pick<Viewer, 'subject'>,
  { isOwn }: { isOwn: boolean },
): PermissionError | null {
  if (!isOwn) return null;
  return Object.assign(PermissionError.of('agent of another structure', viewer), {
    code: 'OWN_STRUCTURE',
    message: 'Cette candidature est celle de votre structure : c’est à une autre personne d’en décider.',
  });
}
