import { Column, Entity, PrimaryColumn, type ValueTransformer } from 'typeorm';
import type { ScoringMethod } from '@kinfold/assessments/domain';

/** The driver reads `numeric` as text, so that no digit is lost; three decimals fit a number exactly enough. */
const asNumber: ValueTransformer = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};
const POINTS = { precision: 8, scale: 3, transformer: asNumber };

/** One sum of a response: the total, or one area. Inserted and read, never changed: scoring again adds rows. */
@Entity('score')
export class ScoreEntity {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  familyId!: string;

  @Column('uuid')
  administrationId!: string;

  @Column('uuid')
  memberId!: string;

  @Column('text')
  instrument!: string;

  @Column('text')
  instrumentVersion!: string;

  @Column('text')
  scoringVersion!: string;

  /** `total`, or the id of an area. */
  @Column('text')
  scale!: string;

  @Column('numeric', { ...POINTS, nullable: true })
  value!: number | null;

  @Column('numeric', POINTS)
  rangeMin!: number;

  @Column('numeric', POINTS)
  rangeMax!: number;

  @Column('numeric', POINTS)
  boundLow!: number;

  @Column('numeric', POINTS)
  boundHigh!: number;

  @Column('smallint')
  answered!: number;

  @Column('smallint')
  items!: number;

  @Column('text')
  method!: ScoringMethod;

  @Column('date')
  takenOn!: string;
}
