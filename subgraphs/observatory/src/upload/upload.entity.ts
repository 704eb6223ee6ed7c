import { DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('upload')
@Check('upload_file_name_check', 'file_name has 1 to 200 characters')
@Check('upload_bytes_check', 'bytes > 0')
@Check('upload_sha256_check', 'hash has 64 hex digits')
@Index('upload_owner', { synchronize: false })
@Index('upload_expiry', ['createdAt'])
@ObjectType({ description: 'Un envoi de fichier ouvert à qui l’a demandé.' })
export class Upload {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Identifiant, à donner à `publishVintage` une fois le fichier envoyé.' })
  id!: string;

  @Column('text')
  owner!: string;

  @Column('text', { name: 'file_name' })
  fileName!: string;

  @Column('bigint')
  bytes!: string;

  @Column('text')
  sha256!: string;

  @Column('bytea', { name: 'signature_hash' })
  signatureHash!: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  @Field(() => DateTimeScalar, { description: 'Instant à partir duquel l’adresse n’accepte plus rien.' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'receiving_until', nullable: true })
  receivingUntil!: Date | null;

  @Column('timestamptz', { name: 'received_at', nullable: true })
  receivedAt!: Date | null;

  @Field(() => String, {
    description:
      'Adresse signée où envoyer le fichier, une seule fois, par `PUT`, avec les mêmes droits que cette demande. La redemander avec la même clé de reprise en donne une nouvelle ; l’ancienne ne sert plus.',
  })
  url!: string;
}
