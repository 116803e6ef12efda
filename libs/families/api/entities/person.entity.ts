import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SafeContact } from '@kinfold/families/domain';

@Entity('person')
export class Person {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  givenName!: string;

  @Column('text')
  familyName!: string;

  @Column('text', { nullable: true })
  nickname!: string | null;

  @Column('date', { nullable: true })
  birthDate!: string | null;

  @Column('text')
  nameKey!: string;

  @Column('text')
  safeContact!: SafeContact;

  @Column('bytea', { nullable: true })
  contactSealed!: Buffer | null;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
