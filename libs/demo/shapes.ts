import type {
  FamilyStatus,
  MemberStanding,
  RelationshipKind,
  SafeContact,
  SecretsPolicy,
} from '@kinfold/families/domain';

export interface MemberShape {
  readonly key: string;
  readonly standing: MemberStanding;
  readonly sex: 'f' | 'm';
  /** Years. */
  readonly age: number;
  /** The share of sessions to which this member comes, 0 to 1. */
  readonly comes: number;
  /** Bears another surname than the family. */
  readonly otherName?: boolean;
  readonly nickname?: boolean;
  readonly safeContact?: SafeContact;
  /** Joined some weeks after the others. */
  readonly joinsAfter?: number;
  /** Left some weeks ago. */
  readonly leftAgo?: number;
}

export interface RelationshipShape {
  readonly from: string;
  readonly kind: RelationshipKind;
  readonly to: string;
  /** Years since it began; for children it follows from their age. */
  readonly years?: number;
  readonly endedYears?: number;
}

/** How the months went: better step by step, level, or better with a setback on the way. */
export type Course = 'rising' | 'level' | 'dip';

export interface FamilyShape {
  readonly status: FamilyStatus;
  readonly secretsPolicy: SecretsPolicy;
  readonly course: Course;
  /** Weeks since the first session. */
  readonly weeks: number;
  /** Weeks between sessions, once the first two months are over. */
  readonly every: 1 | 2;
  readonly members: readonly MemberShape[];
  readonly relationships: readonly RelationshipShape[];
}

type More = Partial<Omit<MemberShape, 'key' | 'standing' | 'sex' | 'age' | 'comes'>>;

/** A member, with what is unusual about them last. */
export const member = (
  key: string,
  standing: MemberStanding,
  sex: 'f' | 'm',
  age: number,
  comes: number,
  more: More = {},
): MemberShape => ({
  key,
  standing,
  sex,
  age,
  comes,
  ...more,
});
/** A relationship between two members, by their keys; years ago that it began and ended. */
export const tie = (
  from: string,
  kind: RelationshipKind,
  to: string,
  years?: number,
  endedYears?: number,
): RelationshipShape => ({
  from,
  kind,
  to,
  years,
  endedYears,
});
/** A family: how it stands, how long it has come and how often, who is in it. */
export const family = (
  status: FamilyStatus,
  secretsPolicy: SecretsPolicy,
  course: Course,
  weeks: number,
  every: 1 | 2,
  members: readonly MemberShape[],
  relationships: readonly RelationshipShape[],
): FamilyShape => ({ status, secretsPolicy, course, weeks, every, members, relationships });
