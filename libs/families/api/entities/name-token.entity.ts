import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One word that a family is found by. Looked up with `^@`, which row-level security lets use its index. */
@Entity('name_token')
export class NameToken {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' })
  id!: string;

  @Column('text')
  token!: string;

  @Column('uuid')
  familyId!: string;

  @Column('uuid', { nullable: true })
  memberId!: string | null;
}
