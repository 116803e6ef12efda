import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConfidentialityClass } from '@kinfold/access/domain';

/** What came back. Inserted and read, never changed. */
@Entity('response')
export class ResponseEntity {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  administrationId!: string;

  @Column('uuid')
  familyId!: string;

  @Column('text')
  class!: ConfidentialityClass;

  /** In the order of the items of the pinned edition; null for an item that was left out. */
  @Column('jsonb')
  answers!: (number | null)[];

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  answeredAt!: Date;
}
