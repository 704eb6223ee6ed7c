import { DateScalar, DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('api_key')
@Unique('api_key_prefix_key', ['prefix'])
@Unique('api_key_secret_hash_key', ['secretHash'])
@Unique('api_key_replaced_by_key', ['replacedById'])
@Index('api_key_created', { synchronize: false })
@Index('api_key_family', ['family'])
@Check('api_key_id_check', 'id is a global id')
@Check('api_key_prefix_check', 'prefix begins a secret')
@Check('api_key_secret_hash_check', 'hash has 32 bytes')
@Check('api_key_partner_check', 'partner has a length')
@Check('api_key_organization_check', 'organisation is a global id')
@Check('api_key_scopes_check', 'scopes are known')
@Check('api_key_scopes_count_check', 'scopes are bounded')
@Check('api_key_networks_check', 'networks are bounded')
@Check('api_key_quota_check', 'quota is bounded')
@Check('api_key_lifetime_check', 'a key lives twelve months at most')
@ObjectType({
  description: 'La clé d’API d’un partenaire. Son secret n’est montré qu’une fois, à sa création.',
})
export class ApiKey {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Identifiant : `KEY:…`. Ce n’est pas le secret.' })
  id!: string;

  /** The id of the first key of a line of rotations. */
  @Column('text')
  @ForeignKey(() => ApiKey, { name: 'api_key_family_fkey' })
  family!: string;

  @Column('text')
  @Field(() => String, { description: 'Début du secret, pour reconnaître la clé.' })
  prefix!: string;

  @Column('bytea', { name: 'secret_hash' })
  secretHash!: Buffer;

  @Column('text')
  @Field(() => String, { description: 'Nom du partenaire à qui elle a été remise.' })
  partner!: string;

  @Column('text', { name: 'organization_id', nullable: true })
  organizationId!: string | null;

  @Column('text', { array: true })
  @Field(() => [String], { description: 'Droits, par ordre alphabétique.' })
  scopes!: string[];

  @Column('cidr', { array: true })
  @Field(() => [String], {
    description: 'Réseaux d’où elle est acceptée (notation CIDR) ; vide si elle l’est de partout.',
  })
  networks!: string[];

  @Column('integer', { name: 'quota_per_minute' })
  @Field(() => Int, { description: 'Nombre de requêtes acceptées par minute.' })
  quotaPerMinute!: number;

  @Column('timestamptz', { name: 'created_at' })
  @Field(() => DateTimeScalar, { description: 'Instant de sa création.' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  @Field(() => DateTimeScalar, { description: 'Instant à partir duquel elle n’est plus acceptée.' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Instant de sa révocation, nul si elle n’est pas révoquée.',
  })
  revokedAt!: Date | null;

  @Column('date', { name: 'last_used_on', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Dernier jour où elle a servi, nul si elle n’a jamais servi.',
  })
  lastUsedOn!: string | null;

  @Column('text', { name: 'replaced_by_id', nullable: true })
  @ForeignKey(() => ApiKey, { name: 'api_key_replaced_by_fkey' })
  replacedById!: string | null;
}
