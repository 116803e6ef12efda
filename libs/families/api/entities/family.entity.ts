import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FamilyStatus, SecretsPolicy } from '@kinfold/families/domain';

@Entity('family')
export class Family {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  code!: string;

  @Column('text')
  displayName!: string;

  @Column('text')
  status!: FamilyStatus;

  @Column('text')
  secretsPolicy!: SecretsPolicy;

  @Column('uuid')
  createdBy!: string;

  /** Version of the record itself, for If-Match. */
  @Column('integer', { default: 1 })
  version!: number;

  /** Counts every change of anything the family page shows, for its entity tag. */
  @Column('integer', { default: 1 })
  contentVersion!: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
