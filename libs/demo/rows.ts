/**
 * Rows as they will stand in the tables, by column (in camel case). What a row leaves to the database (defaults) is not here.
 * Days are `YYYY-MM-DD`, instants ISO 8601 in UTC.
 */

/** A text that is sealed on its way into the table. `of` is the member whose words they are; null is the whole family's. */
export interface Words {
  readonly words: string;
  readonly of: string | null;
}

/** A SHA-256 that is computed on its way into the table. */
export interface Digest {
  readonly digestOf: string;
}

export interface OfClinic {
  readonly clinicId: string;
  readonly id: string;
}

export interface OfFamily extends OfClinic {
  readonly familyId: string;
}

export interface ClinicRow {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly language: 'en' | 'es';
  readonly createdAt: string;
}

export interface PersonRow extends OfClinic {
  readonly givenName: string;
  readonly familyName: string;
  readonly nickname: string | null;
  readonly birthDate: string;
  readonly nameKey: string;
  readonly safeContact: string;
  readonly createdAt: string;
}

export interface AccountRow extends OfClinic {
  readonly surface: 'staff' | 'portal';
  readonly displayName: string;
  readonly personId: string | null;
  readonly createdAt: string;
}

export interface AccountRoleRow {
  readonly clinicId: string;
  readonly accountId: string;
  readonly role: string;
}

export interface SupervisionRow extends OfClinic {
  readonly supervisorAccountId: string;
  readonly clinicianAccountId: string;
  readonly startsAt: string;
}

export interface FamilyRow extends OfClinic {
  readonly code: string;
  readonly displayName: string;
  readonly status: string;
  readonly secretsPolicy: string;
  readonly createdBy: string;
  readonly contentVersion: number;
  readonly createdAt: string;
}

export interface MemberRow extends OfFamily {
  readonly personId: string;
  readonly standing: string;
  readonly joinedOn: string;
  readonly leftOn: string | null;
  readonly createdAt: string;
}

export interface RelationshipRow extends OfFamily {
  readonly fromMemberId: string;
  readonly toMemberId: string;
  readonly kind: string;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
}

export interface NameTokenRow extends OfFamily {
  readonly token: string;
  readonly memberId: string | null;
}

export interface AssignmentRow extends OfFamily {
  readonly accountId: string;
  readonly part: 'therapist' | 'co-therapist' | 'trainee';
  readonly startsAt: string;
}
