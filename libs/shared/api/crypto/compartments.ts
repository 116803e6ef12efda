/**
 * Compartments of narrative text (CR-03): one data key each, so that one member's words can be destroyed without the family's,
 * and process notes stand apart.
 */
export const compartment = {
  family: (familyId: string): string => `family:${familyId}`,
  member: (memberId: string): string => `member:${memberId}`,
  clinic: (): string => 'clinic',
} as const;

/** Where words go: with a member they are that member's, without one the family's. */
export function compartmentOf(familyId: string, memberId: string | null): string {
  return memberId === null ? compartment.family(familyId) : compartment.member(memberId);
}
