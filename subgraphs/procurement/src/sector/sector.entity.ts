import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sector of activity of our own list. */
@Entity('sector')
export class Sector {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  label!: string;

  /** The label, folded for search; kept by the database. */
  @Column('text', { nullable: true })
  folded!: string | null;
}
