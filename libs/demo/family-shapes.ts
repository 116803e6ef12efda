import { family, type FamilyShape, member, type MemberShape, tie } from './shapes';

/** The family in which somebody of every portal role has an account: a person in recovery, two relatives, a minor. */
const FIRST = family(
  'active',
  'limited',
  'dip',
  26,
  1,
  [
    member('self', 'in-recovery', 'm', 36, 0.92, { nickname: true }),
    member('partner', 'partner', 'f', 35, 0.9, { otherName: true }),
    member('mother', 'parent', 'f', 62, 0.8, { safeContact: 'no-voicemail' }),
    member('son', 'child', 'm', 15, 0.6),
    member('sister', 'sibling', 'f', 32, 0.45, { joinsAfter: 6, nickname: true }),
  ],
  [
    tie('mother', 'parent-of', 'self'),
    tie('mother', 'parent-of', 'sister'),
    tie('self', 'partner-of', 'partner', 16),
    tie('self', 'parent-of', 'son'),
    tie('partner', 'parent-of', 'son'),
    tie('self', 'sibling-of', 'sister'),
    tie('mother', 'grandparent-of', 'son'),
  ],
);

/** Twelve families from two to ten members. The first is the one of the portal accounts. */
export const FAMILY_SHAPES: readonly FamilyShape[] = [
  FIRST,
  family(
    'active',
    'no-secrets',
    'rising',
    26,
    2,
    [member('self', 'in-recovery', 'f', 27, 0.9), member('mother', 'parent', 'f', 55, 0.95)],
    [tie('mother', 'parent-of', 'self')],
  ),
  family(
    'active',
    'confidential',
    'dip',
    25,
    1,
    [
      member('self', 'in-recovery', 'm', 44, 0.85),
      member('partner', 'partner', 'f', 43, 0.8, { nickname: true }),
      member('daughter', 'child', 'f', 18, 0.7),
      member('father', 'parent', 'm', 71, 0.6),
    ],
    [
      tie('father', 'parent-of', 'self'),
      tie('self', 'partner-of', 'partner', 21),
      tie('self', 'parent-of', 'daughter'),
      tie('partner', 'parent-of', 'daughter'),
    ],
  ),
  family(
    'active',
    'limited',
    'rising',
    26,
    2,
    [
      member('self', 'in-recovery', 'f', 39, 0.9),
      member('mother', 'parent', 'f', 66, 0.75),
      member('father', 'parent', 'm', 69, 0.7, { nickname: true }),
      member('former', 'other', 'm', 41, 0.4, { otherName: true, safeContact: 'no-messages' }),
      member('partner', 'partner', 'm', 42, 0.8, { otherName: true }),
      member('elder', 'child', 'm', 19, 0.5),
      member('younger', 'child', 'f', 13, 0.6),
      member('sister', 'sibling', 'f', 36, 0.5),
      member('brother', 'sibling', 'm', 33, 0.4, { leftAgo: 8 }),
      member('aunt', 'other', 'f', 63, 0.3, { otherName: true }),
    ],
    [
      tie('mother', 'parent-of', 'self'),
      tie('father', 'parent-of', 'self'),
      tie('mother', 'parent-of', 'sister'),
      tie('father', 'parent-of', 'sister'),
      tie('mother', 'parent-of', 'brother'),
      tie('father', 'parent-of', 'brother'),
      tie('mother', 'partner-of', 'father', 41),
      tie('self', 'former-partner-of', 'former', 20, 6),
      tie('self', 'partner-of', 'partner', 3),
      tie('self', 'parent-of', 'elder'),
      tie('former', 'parent-of', 'elder'),
      tie('self', 'parent-of', 'younger'),
      tie('former', 'parent-of', 'younger'),
      tie('partner', 'step-parent-of', 'younger', 3),
      tie('aunt', 'sibling-of', 'mother'),
    ],
  ),
  family(
    'active',
    'limited',
    'level',
    20,
    1,
    [
      member('self', 'in-recovery', 'm', 29, 0.7),
      member('brother', 'sibling', 'm', 34, 0.85),
      member('mother', 'parent', 'f', 60, 0.9),
    ],
    [tie('mother', 'parent-of', 'self'), tie('mother', 'parent-of', 'brother'), tie('brother', 'sibling-of', 'self')],
  ),
  family(
    'active',
    'no-secrets',
    'rising',
    16,
    1,
    [
      member('self', 'person-of-concern', 'f', 22, 0.2),
      member('mother', 'parent', 'f', 49, 0.95),
      member('father', 'parent', 'm', 52, 0.85),
      member('brother', 'sibling', 'm', 17, 0.5, { nickname: true }),
    ],
    [
      tie('mother', 'parent-of', 'self'),
      tie('father', 'parent-of', 'self'),
      tie('mother', 'parent-of', 'brother'),
      tie('father', 'parent-of', 'brother'),
      tie('mother', 'partner-of', 'father', 24),
    ],
  ),
  family(
    'active',
    'confidential',
    'rising',
    24,
    2,
    [
      member('self', 'in-recovery', 'm', 51, 0.9),
      member('partner', 'partner', 'm', 49, 0.85, { otherName: true, safeContact: 'only-in-person' }),
    ],
    [tie('self', 'partner-of', 'partner', 12)],
  ),
  family(
    'active',
    'limited',
    'dip',
    22,
    2,
    [
      member('self', 'in-recovery', 'f', 33, 0.8, { nickname: true }),
      member('grandmother', 'other', 'f', 74, 0.8),
      member('son', 'child', 'm', 11, 0.5),
      member('daughter', 'child', 'f', 8, 0.4),
      member('cousin', 'other', 'f', 35, 0.6, { otherName: true, joinsAfter: 4 }),
    ],
    [
      tie('grandmother', 'grandparent-of', 'self'),
      tie('self', 'parent-of', 'son'),
      tie('self', 'parent-of', 'daughter'),
      tie('grandmother', 'guardian-of', 'son', 2),
      tie('grandmother', 'guardian-of', 'daughter', 2),
      tie('cousin', 'other', 'self'),
    ],
  ),
  family(
    'active',
    'limited',
    'level',
    26,
    2,
    [
      member('self', 'in-recovery', 'm', 47, 0.85),
      member('daughter', 'child', 'f', 24, 0.8),
      member('son', 'child', 'm', 21, 0.6),
    ],
    [tie('self', 'parent-of', 'daughter'), tie('self', 'parent-of', 'son'), tie('daughter', 'sibling-of', 'son')],
  ),
  family(
    'paused',
    'no-secrets',
    'level',
    24,
    2,
    [
      member('self', 'in-recovery', 'f', 30, 0.6),
      member('partner', 'partner', 'm', 32, 0.55, { otherName: true }),
      member('father', 'parent', 'm', 64, 0.7),
    ],
    [tie('father', 'parent-of', 'self'), tie('self', 'partner-of', 'partner', 5)],
  ),
  family(
    'referred',
    'limited',
    'level',
    1,
    1,
    [
      member('self', 'person-of-concern', 'm', 25, 0.5),
      member('mother', 'parent', 'f', 53, 0.95),
      member('stepfather', 'other', 'm', 57, 0.8, { otherName: true }),
    ],
    [
      tie('mother', 'parent-of', 'self'),
      tie('mother', 'partner-of', 'stepfather', 9),
      tie('stepfather', 'step-parent-of', 'self', 9),
    ],
  ),
  family(
    'discharged',
    'limited',
    'rising',
    26,
    1,
    [
      member('self', 'in-recovery', 'f', 41, 0.95),
      member('partner', 'partner', 'm', 45, 0.9, { otherName: true }),
      member('mother', 'parent', 'f', 68, 0.75),
      member('daughter', 'child', 'f', 16, 0.7),
    ],
    [
      tie('mother', 'parent-of', 'self'),
      tie('self', 'partner-of', 'partner', 17),
      tie('self', 'parent-of', 'daughter'),
      tie('partner', 'parent-of', 'daughter'),
    ],
  ),
];

/** A family of one size among many equal ones, for large clinics and measurements. */
export function evenShape(members: number): FamilyShape {
  const [self, partner, mother, son, sister] = FIRST.members;
  const all = [self, partner, mother, son, sister].flatMap((one) => (one ? [one] : []));
  const kept = all.slice(0, members).map((one): MemberShape => ({ ...one, joinsAfter: undefined }));
  for (let index = all.length; index < members; index++)
    kept.push(member(`kin${index}`, 'other', index % 2 ? 'f' : 'm', 20 + index, 0.6));
  const keys = new Set(kept.map(({ key }) => key));
  const relationships = FIRST.relationships.filter(({ from, to }) => keys.has(from) && keys.has(to));
  return { ...FIRST, members: kept, relationships };
}
