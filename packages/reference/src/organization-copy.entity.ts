import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An organisation as a subgraph knows it: enough to search by, fed by its owner's change feed. */
@Entity('organization_copy')
@Index('organization_copy_current_id', ['currentId'])
export class OrganizationCopy {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { array: true })
  aliases!: string[];

  @Column('text', { nullable: true })
  siret!: string | null;

  @Column('text', { nullable: true })
  rna!: string | null;

  @Column('text', { name: 'legal_form', nullable: true })
  legalForm!: string | null;

  /** Sorted; the owner's enum of roles. */
  @Column('text', { array: true, default: [] })
  roles!: string[];

  /** The organisation that it leads to: itself unless it was merged into another. */
  @Column('text', { name: 'current_id' })
  currentId!: string;

  /** Name and aliases, folded for search; kept by the database. */
  @Column('text', { nullable: true })
  folded!: string | null;
}
