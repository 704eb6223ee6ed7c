import { DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { QualityKind, QualityResolution, QualitySeverity, QualityStatus } from './quality.kind.ts';

/** Something wrong in what the sources say, found anew at each load; its id says what, so that it is the same one again. */
@Entity('quality_finding')
@Index('quality_finding_subjects', { synchronize: false })
@Check('quality_finding_id_check', 'id is FINDING: and sixteen letters or digits')
@Check('quality_finding_kind_check', 'kind is one of QualityKind')
@Check('quality_finding_severity_check', 'severity is one of QualitySeverity')
@Check('quality_finding_subjects_check', 'subjects is not empty')
@ObjectType({
  description:
    'Un signalement sur la qualité des données. Les sources ne sont jamais corrigées en silence : ce qu’elles impriment reste, et se signale ici.',
})
export class QualityFinding {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Identifiant : le même tant que le signalement est le même.' })
  id!: string;

  @Column('text')
  @Field(() => QualityKind, { description: 'Nature du signalement.' })
  kind!: QualityKind;

  @Column('text')
  @Field(() => QualitySeverity, { description: 'Gravité.' })
  severity!: QualitySeverity;

  @Column('text', { array: true })
  @Field(() => [ID], {
    description: 'Ce dont il est question : organisations, territoire ou jeu de données.',
  })
  subjects!: string[];

  @Column('text')
  @Field(() => String, { description: 'Champ en cause.' })
  field!: string;

  @Column('text')
  @Field(() => String, { description: 'Ce que la source imprime, mot pour mot.' })
  statement!: string;

  @Column('text')
  @Field(() => String, { description: 'Ce qui est signalé, en une phrase.' })
  explanation!: string;

  @Column('text', { name: 'source_ids', array: true })
  sourceIds!: string[];

  @Field(() => QualityStatus, { description: 'À traiter ou traité.' })
  status!: QualityStatus;

  @Field(() => QualityResolution, { nullable: true, description: 'Décision, nulle s’il reste à traiter.' })
  resolution!: QualityResolution | null;

  @Field(() => String, { nullable: true, description: 'Note laissée avec la décision.' })
  note!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Instant de la décision.' })
  resolvedAt!: Date | null;

  @Field(() => Int, {
    description: 'Version : 1, plus le nombre de décisions prises. À donner à `resolveQualityFinding`.',
  })
  version!: number;
}
