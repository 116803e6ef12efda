import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsentKind, ConsentLanguage, Information, Purpose, SignedHow } from '@kinfold/consent/domain';

/** One member's written permission. Never changed: re-consent adds a row, taking back adds a row (CN-06). */
@Entity('consent')
export class Consent {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  familyId!: string;

  @Column('uuid')
  giverMemberId!: string;

  @Column('text')
  kind!: ConsentKind;

  @Column('text')
  information!: Information;

  @Column('text')
  purpose!: Purpose;

  @Column('text')
  textVersion!: string;

  @Column('text')
  language!: ConsentLanguage;

  /** The exact text that was signed, under the giver's key. */
  @Column('bytea')
  textSealed!: Buffer;

  /** SHA-256 of that text in UTF-8. */
  @Column('bytea')
  textHash!: Buffer;

  @Column('text')
  signedHow!: SignedHow;

  @Column('text')
  signedBy!: string;

  @Column('date')
  signedOn!: string;

  @Column('uuid')
  witnessedBy!: string;

  @Column('date')
  expiresOn!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  createdAt!: Date;
}
