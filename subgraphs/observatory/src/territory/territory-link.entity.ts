import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Territory } from './territory.entity.ts';

/** `part` shares communes with `whole`; `partial` when some of its communes lie elsewhere. */
@Entity('territory_link')
@Index('territory_link_whole', ['whole', 'part'])
export class TerritoryLink {
  @PrimaryColumn('text')
  @ForeignKey(() => Territory, { name: 'territory_link_part_fkey', onDelete: 'CASCADE' })
  part!: string;

  @PrimaryColumn('text')
  @ForeignKey(() => Territory, { name: 'territory_link_whole_fkey', onDelete: 'CASCADE' })
  whole!: string;

  @Column('boolean')
  partial!: boolean;
}
