import { maxLength, required, schema, validate } from '@angular/forms/signals';
import {
  FAMILY_LIMITS,
  SAFE_CONTACTS,
  STANDINGS,
  type MemberStanding,
  type SafeContact,
} from '@kinfold/families/domain';
import type { NewMemberRequest } from '@kinfold/shared/contract/staff';

/** A member as it is typed: nothing chosen and nothing written are empty texts. */
export interface MemberDraft {
  readonly givenName: string;
  readonly familyName: string;
  readonly nickname: string;
  /** `1990-05-04`, or empty. */
  readonly birthDate: string;
  readonly standing: MemberStanding | '';
  readonly safeContact: SafeContact;
}

/**
 * A member nobody has written anything about yet.
 * @param familyName the name of the member before, which is likely this one's too
 */
export function emptyMember(familyName = ''): MemberDraft {
  return { givenName: '', familyName, nickname: '', birthDate: '', standing: '', safeContact: 'any' };
}

/** Whether somebody wrote something about this member. */
export function isBegun(draft: MemberDraft): boolean {
  return (
    draft.givenName.trim() !== '' || draft.nickname.trim() !== '' || draft.birthDate !== '' || draft.standing !== ''
  );
}

/** What is sent of a draft that meets `memberSchema`: what was left empty is nothing, and outer spaces go. */
export function toRequest(draft: MemberDraft): NewMemberRequest {
  const standing = draft.standing === '' ? 'other' : draft.standing;
  return {
    givenName: draft.givenName.trim(),
    familyName: draft.familyName.trim(),
    nickname: draft.nickname.trim() || null,
    birthDate: draft.birthDate || null,
    standing,
    safeContact: draft.safeContact,
  };
}

/**
 * The rules of one member's fields.
 * @param today the clinic's day, `2026-11-24`
 */
export function memberSchema(today: () => string) {
  return schema<MemberDraft>((path) => {
    required(path.givenName, { message: 'Write the given name.' });
    maxLength(path.givenName, FAMILY_LIMITS.personName);
    required(path.familyName, { message: 'Write the family name.' });
    maxLength(path.familyName, FAMILY_LIMITS.personName);
    maxLength(path.nickname, FAMILY_LIMITS.personName);
    required(path.standing, { message: 'Choose a part in the family.' });
    validate(path.birthDate, ({ value }) =>
      value() > today() ? { kind: 'future', message: 'This day has not come yet. Check the date.' } : undefined,
    );
  });
}

/** In the order of a select: who the family came about first. */
export const STANDING_CHOICES = STANDINGS;
export const SAFE_CONTACT_CHOICES = SAFE_CONTACTS;
