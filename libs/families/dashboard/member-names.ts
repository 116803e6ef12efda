/** As much of a member as a name needs. */
export interface NamedMember {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly nickname?: string | null;
}

/** "Rosa Ibarra" */
export function fullName(member: Pick<NamedMember, 'givenName' | 'familyName'>): string {
  return `${member.givenName} ${member.familyName}`;
}

/** "Rosa Ibarra (Ros)" */
export function nameWithNickname(member: NamedMember): string {
  return member.nickname ? `${fullName(member)} (${member.nickname})` : fullName(member);
}

/**
 * What each member is called in a sentence: the given name, and the whole name where two share it. By the id of the member.
 * @param members everyone in the family, those who left included
 */
export function shortNames(members: readonly NamedMember[]): ReadonlyMap<string, string> {
  const count = new Map<string, number>();
  for (const { givenName } of members) count.set(givenName, (count.get(givenName) ?? 0) + 1);
  return new Map(
    members.map((member) => [member.id, (count.get(member.givenName) ?? 0) > 1 ? fullName(member) : member.givenName]),
  );
}

/** "Rosa", "Rosa and Marco", "Rosa, Marco and Tom" */
export function inOneBreath(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
