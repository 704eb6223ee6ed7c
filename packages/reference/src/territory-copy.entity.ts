import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A territory as a subgraph knows it: enough to filter and to count by, fed by its owner's change feed. */
@Entity('territory_copy')
@Index('territory_copy_within', { synchronize: false })
export class TerritoryCopy {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  level!: string;

  @Column('integer', { nullable: true })
  population!: number | null;

  /** Ids of the territories it lies wholly in, itself among them, and the former codes that lead to it. */
  @Column('text', { array: true })
  within!: string[];

  /** Territories that it only shares communes with. */
  @Column('text', { name: 'within_partly', array: true })
  withinPartly!: string[];
}
