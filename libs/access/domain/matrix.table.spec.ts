import { MATRIX } from './matrix';
import {
  type Action,
  type Condition,
  type Resource,
  RESOURCES,
  type Row,
  type Standing,
  STANDINGS,
} from './vocabulary';

/**
 * The table of the design, written down a second time and by hand, so that a cell changed by accident is noticed.
 * One line per cell: letters as in the design, [conditions], :projection, #part; no line is the dash.
 */
const LETTERS: Readonly<Record<string, Action>> = {
  C: 'create',
  R: 'read',
  U: 'update',
  S: 'sign',
  A: 'amend',
  P: 'publish',
  W: 'withdraw',
  X: 'export',
  K: 'count',
};
const MARKS: Readonly<Record<string, Condition>> = {
  a: 'assigned',
  o: 'own',
  s: 'supervised',
  p: 'party',
  r: 'released',
  c: 'consented',
  t: 'time-boxed',
  2: 'second-person',
  g: 'guardian',
  tr: 'trainee',
};

const TABLE: Readonly<Record<Resource, Partial<Record<Standing, string>>>> = {
  family: {
    admin: 'R:minimal K CU[2]#assignment',
    supervisor: 'R[s] U[s]#assignment',
    'therapist-assigned': 'RU[a]',
    'therapist-unassigned': 'C',
    'co-therapist': 'RU[a]',
    'front-desk': 'C R:minimal U:minimal#minimal-fields',
    'progress-staff': 'R:status',
    'person-in-recovery': 'R[family-member]:own-name',
    relative: 'R[family-member]:own-name',
    minor: 'R[family-member]:own-name',
    auditor: 'K[t]',
    'break-glass': 'R[t]',
  },
  member: {
    admin: 'R:minimal',
    supervisor: 'R[s]',
    'therapist-assigned': 'CRU[a]',
    'co-therapist': 'RU[a]',
    'front-desk': 'C R:minimal U:minimal#minimal-fields U:minimal#contact',
    'progress-staff': 'R:minimal',
    'person-in-recovery': 'R[o] U[o]#contact R[met-in-session]:name-and-standing',
    relative: 'R[o] U[o]#contact R[met-in-session]:name-and-standing',
    minor: 'R[o] U[o]#contact R[met-in-session]:name-and-standing',
    auditor: 'K[t]',
    'break-glass': 'R[t]',
  },
  relationship: {
    supervisor: 'R[s]',
    'therapist-assigned': 'CRUW[a]',
    'co-therapist': 'RU[a]',
    'front-desk': 'R:guardian-edge',
    auditor: 'K[t]',
    'break-glass': 'R[t]',
  },
  session: {
    admin: 'K',
    supervisor: 'R[s]',
    'therapist-assigned': 'CRUW[a]',
    'co-therapist': 'CRU[a]',
    'front-desk': 'CRW:schedule U:schedule#schedule',
    'progress-staff': 'R:status',
    'person-in-recovery': 'R[invited]',
    relative: 'R[invited]',
    minor: 'R[invited]',
    auditor: 'K[t]',
    'break-glass': 'R[t]',
  },
  moment: {
    supervisor: 'R[s]',
    'therapist-assigned': 'CRUW[a]',
    'co-therapist': 'CRU[a] W[a o]',
    auditor: 'K[t]',
    'break-glass': 'R[t]',
  },
  attendance: {
    admin: 'K:de-identified-count',
    supervisor: 'R[s]',
    'therapist-assigned': 'CRU[a]',
    'co-therapist': 'CRU[a]',
    'front-desk': 'CU[today]:status#check-in',
    'progress-staff': 'RU',
    'person-in-recovery': 'R[o]',
    relative: 'R[o]',
    minor: 'R[o]',
    auditor: 'K[t]',
    'break-glass': 'R[t]',
  },
  participation: {
    admin: 'K:de-identified-count',
    supervisor: 'R[s]',
    'therapist-assigned': 'CRU[a]',
    'co-therapist': 'CRU[a]',
    auditor: 'K[t]',
    'break-glass': 'R[t]',
  },
  'process-note': {
    supervisor: 'R[s tr flagged clinic-enabled]',
    'therapist-assigned': 'CRUSA[a o] X[a o notes-only-consent]',
    'co-therapist': 'CRUSA[a o] RUA[a originator]',
  },
  'progress-note': {
    supervisor: 'R[s signed] R[s handed-over] S[s other-person]',
    'therapist-assigned': 'C[a] RUS[a o] RA[a signed] W[a signed] W[a o]',
    'co-therapist': 'C[a] RUS[a o] RA[a signed]',
    auditor: 'R[t 2 legal-basis signed]',
    'break-glass': 'R[t signed]',
  },
  summary: {
    supervisor: 'R[s] P[s second-approval-required other-person]',
    'therapist-assigned': 'CRPW[a] U[a o]',
    'co-therapist': 'CR[a] U[a o] P[a granted]',
    'progress-staff': 'K:status',
    'person-in-recovery': 'R[r c] A[r c]#reply',
    relative: 'R[r c] A[r c]#reply',
    minor: 'R[r c g] A[r c g]#reply',
    auditor: 'K[t]',
    'break-glass': 'R[t]',
  },
  instrument: {
    admin: 'CRUP',
    supervisor: 'CRU',
    'therapist-assigned': 'R',
    'therapist-unassigned': 'R',
    'co-therapist': 'R',
    'front-desk': 'R:titles',
    'progress-staff': 'R',
    'person-in-recovery': 'R[form-assigned]',
    relative: 'R[form-assigned]',
    minor: 'R[form-assigned]',
    auditor: 'R',
    'break-glass': 'R',
  },
  response: {
    admin: 'K:de-identified-count',
    supervisor: 'R[s]',
    'therapist-assigned': 'CRA[a]',
    'co-therapist': 'CRA[a]',
    'front-desk': 'K:status',
    'progress-staff': 'R:total-and-date',
    'person-in-recovery': 'CRU[o unsent] R[o r]',
    relative: 'CRU[o unsent] R[o r]',
    minor: 'CRU[o unsent g] R[o r g]',
    auditor: 'K[t]',
    'break-glass': 'R[t]',
  },
  agreement: {
    supervisor: 'R[s]',
    'therapist-assigned': 'CRUSW[a]',
    'co-therapist': 'CRUS[a]',
    'progress-staff': 'K:status',
    'person-in-recovery': 'RS[p] A[p]#proposal',
    relative: 'RS[p] A[p]#proposal',
    minor: 'RS[p g]',
    auditor: 'K[t]',
    'break-glass': 'R[t]',
  },
  'prevention-plan': {
    supervisor: 'R[s]',
    'therapist-assigned': 'CRUS[a]',
    'co-therapist': 'CRUS[a]',
    'progress-staff': 'K:status',
    'person-in-recovery': 'CRUS[o] A[o]#proposal',
    relative: 'R[shared c]',
    minor: 'R[shared c g]',
    auditor: 'K[t]',
    'break-glass': 'R[t]',
  },
  setback: {
    admin: 'K:de-identified-count',
    supervisor: 'R[s]',
    'therapist-assigned': 'CRA[a]',
    'co-therapist': 'CRA[a]',
    'progress-staff': 'C R[o] K',
    'person-in-recovery': 'CR[o]',
    relative: 'CR[o]',
    minor: 'CR[o]',
    auditor: 'K[t]',
    'break-glass': 'R[t]',
  },
  milestone: {
    admin: 'K:de-identified-count',
    supervisor: 'R[s]',
    'therapist-assigned': 'CRUW[a]',
    'co-therapist': 'CRU[a]',
    'progress-staff': 'CRU',
    'person-in-recovery': 'R[o] U[o]#audience',
    relative: 'R[shared c]',
    minor: 'R[shared c g]',
    auditor: 'K[t]',
    'break-glass': 'R[t]',
  },
  consent: {
    admin: 'CRU#template',
    supervisor: 'R[s]',
    'therapist-assigned': 'CRW[a] C[a]#paper-record',
    'co-therapist': 'R[a]',
    'front-desk': 'C:status#paper-record K:status',
    'progress-staff': 'K:status',
    'person-in-recovery': 'CSRW[o]',
    relative: 'CSRW[o]',
    minor: 'CSRW[o g]',
    auditor: 'R[t]',
    'break-glass': 'R[t]',
  },
  'audit-log': {
    admin: 'R#security-events',
    supervisor: 'R[s]',
    'therapist-assigned': 'R[a]#chart-access',
    'co-therapist': 'R[a]#chart-access',
    'person-in-recovery': 'R[o]#own-access-report',
    relative: 'R[o]#own-access-report',
    minor: 'R[o g]#own-access-report',
    auditor: 'R X[2]',
  },
  account: {
    admin: 'CR UW[other-person] U[2 other-person]#second-factor-reset',
    supervisor: 'R[s]',
    'therapist-assigned': 'CRW[a]#portal-account',
    'co-therapist': 'R[a]#portal-account',
    'front-desk': 'C[identity-checked]#portal-account',
    'person-in-recovery': 'U[o]',
    relative: 'U[o]',
    minor: 'U[o]',
    auditor: 'R',
  },
};

/** One entry per action: "read [assigned,own] full -". */
function entry(action: string, conditions: readonly string[], projection: string, part: string): string {
  return `${action} [${[...conditions].sort().join(',')}] ${projection} ${part}`;
}

function expected(text: string): readonly string[] {
  const grants = text.match(/[A-Z]+(\[[^\]]*\])?(:[a-z-]+)?(#[a-z-]+)?/g) ?? [];
  return grants.flatMap((grant) => {
    const [, letters = '', marks = '', projection, part = '-'] =
      /^([A-Z]+)(?:\[([^\]]*)\])?(?::([a-z-]+))?(?:#([a-z-]+))?$/.exec(grant) ?? [];
    const conditions = marks === '' ? [] : marks.split(' ').map((mark) => MARKS[mark] ?? mark);
    return [...letters].map((letter) => {
      const action = LETTERS[letter] ?? letter;
      return entry(action, conditions, projection ?? (action === 'count' ? 'count' : 'full'), part);
    });
  });
}

function actual(resource: Resource, standing: Standing): readonly string[] {
  const row: Row = MATRIX[resource];
  return row[standing].flatMap((grant) =>
    grant.actions.map((action) => entry(action, grant.conditions, grant.projection, grant.part ?? '-')),
  );
}

describe('the access matrix', () => {
  const cells = RESOURCES.flatMap((resource) => STANDINGS.map((standing) => [resource, standing] as const));

  test('has 12 standings and 19 resources when counted', () => {
    expect(STANDINGS).toHaveLength(12);
    expect(cells).toHaveLength(12 * 19);
  });

  test.each(cells)('grants what the design says when %s meets %s', (resource, standing) => {
    expect([...actual(resource, standing)].sort()).toEqual([...expected(TABLE[resource][standing] ?? '')].sort());
  });
});
