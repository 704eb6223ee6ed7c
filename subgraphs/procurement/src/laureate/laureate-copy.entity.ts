import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether an organisation has won a call for projects, as the owner of the calls tells it. */
@Entity('laureate_copy')
export class LaureateCopy {
  @PrimaryColumn('text')
  id!: string;

  @Column('boolean', { name: 'is_laureate' })
  isLaureate!: boolean;
}
