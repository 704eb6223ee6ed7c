import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Theme } from '../theme/theme.entity.ts';
import { Application } from './application.entity.ts';

/** A theme that an application answers to: always one of its own call. */
@Entity('application_theme')
@ForeignKey(() => Application, ['applicationId', 'callId'], ['id', 'callId'], {
  name: 'application_theme_application_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => Theme, ['callId', 'themeCode'], ['callId', 'code'], {
  name: 'application_theme_theme_fkey',
})
@Index('application_theme_theme', ['callId', 'themeCode'])
export class ApplicationTheme {
  @PrimaryColumn('text', { name: 'application_id' })
  applicationId!: string;

  @Column('text', { name: 'call_id' })
  callId!: string;

  @PrimaryColumn('text', { name: 'theme_code' })
  themeCode!: string;
}
