import { VIEWER_KINDS, type ViewerKind } from '@graphess/subgraph-kit';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Organization } from './organization.ts';

const KIND_OF: Readonly<Record<ViewerKind, string>> = {
  visitor: 'Personne n’est connecté.',
  person: 'Une personne connectée.',
  key: 'Un programme, par une clé d’API.',
  service: 'Un service de la plateforme elle-même.',
};
export const MeKind = Object.fromEntries(VIEWER_KINDS.map((kind) => [kind.toUpperCase(), kind]));
registerEnumType(MeKind, {
  name: 'ViewerKind',
  description: 'Ce qu’il y a derrière une requête.',
  valuesConfig: Object.fromEntries(
    VIEWER_KINDS.map((kind) => [kind.toUpperCase(), { description: KIND_OF[kind] }]),
  ),
});

@ObjectType('Viewer', { description: 'Qui fait cette requête, et ce qui lui est ouvert.' })
export class Me {
  @Field(() => MeKind, { description: 'Personne, clé, ou visite anonyme.' })
  kind!: ViewerKind;

  @Field(() => String, {
    nullable: true,
    description:
      'Identifiant opaque de la personne, à donner à un agent pour être du jury ; nul pour une visite anonyme.',
  })
  subject!: string | null;

  @Field(() => [String], { description: 'Rôles de la personne, par ordre alphabétique ; vide pour une clé.' })
  roles!: readonly string[];

  @Field(() => [String], {
    description: 'Droits de la clé, par ordre alphabétique ; vide pour une personne.',
  })
  scopes!: readonly string[];

  @Field(() => Organization, {
    nullable: true,
    description: 'Structure pour laquelle la personne ou la clé agit, s’il y en a une.',
  })
  organization!: Organization | null;
}
