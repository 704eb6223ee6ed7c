import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An organisation as a subgraph knows it: enough to search by, fed by its owner's change feed. */
@Entity('organization_copy')
export class OrganizationCopy {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { array: true })
  aliases!: string[];

  @Column('text', { nullable: true })
  siret!: string | null;

  /** Name and aliases, folded for search; kept by the database. */
  @Column('text', { nullable: true })
  folded!: string | null;
}
