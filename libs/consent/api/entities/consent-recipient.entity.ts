import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member whom a consent names. */
@Entity('consent_recipient')
export class ConsentRecipient {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  consentId!: string;

  @PrimaryColumn('uuid')
  recipientMemberId!: string;

  @Column('uuid')
  familyId!: string;
}
