import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What the figures of jobs of a territory forbid a directory of structures to say. `id` is the territory, followed by
 * `/DEMONSTRATION` for invented figures. Never public.
 */
@Entity('headcount_shield')
@Check('headcount_shield_least_contributors_check', 'least_contributors >= 0')
export class HeadcountShield {
  @PrimaryColumn('text')
  id!: string;

  /** Whether some figure of jobs of the territory, whatever its detail, is a statistical secret. */
  @Column('boolean', { name: 'has_secret' })
  hasSecret!: boolean;

  /** How few legal units make a published figure of jobs of the territory, null when nobody says. */
  @Column('integer', { name: 'least_contributors', nullable: true })
  leastContributors!: number | null;
}
