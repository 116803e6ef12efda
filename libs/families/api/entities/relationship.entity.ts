import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RelationshipKind } from '@kinfold/families/domain';

@Entity('relationship')
export class Relationship {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  familyId!: string;

  @Column('uuid')
  fromMemberId!: string;

  @Column('uuid')
  toMemberId!: string;

  @Column('text')
  kind!: RelationshipKind;

  @Column('date', { nullable: true })
  startedOn!: string | null;

  @Column('date', { nullable: true })
  endedOn!: string | null;

  @Column('integer', { default: 1 })
  version!: number;
}
