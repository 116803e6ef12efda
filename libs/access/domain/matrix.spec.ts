import {
  BUILT_RESOURCES,
  cellOf,
  MATRIX,
  NON_CLINICAL_RESOURCES,
  PLANNED_RESOURCES,
  WRITE_ONLY_RESOURCES,
} from './matrix';
import {
  CONDITIONS,
  type Grant,
  PARTS,
  PORTAL_STANDINGS,
  type Resource,
  RESOURCES,
  type Row,
  type Standing,
  STANDINGS,
} from './vocabulary';

const everyGrant = RESOURCES.flatMap((resource) => {
  const row: Row = MATRIX[resource];
  return STANDINGS.flatMap((standing) => row[standing].map((grant) => ({ resource, standing, grant })));
});

function reads(resource: Resource, standing: Standing): readonly Grant[] {
  return cellOf(resource, standing).filter((grant) => grant.actions.includes('read'));
}

describe('built and planned resources', () => {
  test('divide the matrix between them when put together', () => {
    expect([...BUILT_RESOURCES, ...PLANNED_RESOURCES].sort()).toEqual([...RESOURCES].sort());
  });

  test('name only known resources when narrowed further', () => {
    const built: readonly string[] = BUILT_RESOURCES;
    expect(WRITE_ONLY_RESOURCES.filter((resource) => !built.includes(resource))).toEqual([]);
    expect(NON_CLINICAL_RESOURCES.filter((resource) => !RESOURCES.includes(resource))).toEqual([]);
  });
});

describe('the words of the matrix', () => {
  test('are all used when the grants are gathered', () => {
    const conditions = new Set(everyGrant.flatMap(({ grant }) => grant.conditions));
    const parts = new Set(everyGrant.flatMap(({ grant }) => grant.part ?? []));
    expect([...conditions].sort()).toEqual([...CONDITIONS].sort());
    expect([...parts].sort()).toEqual(Object.keys(PARTS).sort());
  });

  test('give every grant at least one action when written', () => {
    expect(everyGrant.filter(({ grant }) => grant.actions.length === 0)).toEqual([]);
  });
});

describe('rules over columns', () => {
  const clinicalContent = [
    'moment',
    'participation',
    'process-note',
    'progress-note',
    'summary',
    'response',
    'agreement',
    'prevention-plan',
    'setback',
    'milestone',
  ] as const satisfies readonly Resource[];

  test.each(['admin', 'front-desk'] as const)('let %s read no clinical content when any row is asked', (standing) => {
    expect(clinicalContent.filter((resource) => reads(resource, standing).length > 0)).toEqual([]);
    const full = RESOURCES.filter((resource) => reads(resource, standing).some((grant) => grant.projection === 'full'));
    expect(full.filter((resource) => !['instrument', 'audit-log', 'account', 'consent'].includes(resource))).toEqual(
      [],
    );
    expect(reads('consent', standing).filter((grant) => grant.part !== 'template')).toEqual([]);
  });

  test.each(PORTAL_STANDINGS)('let %s touch no note, moment or relationship when any action is asked', (standing) => {
    const never = ['process-note', 'progress-note', 'moment', 'participation', 'relationship'];
    expect(never.filter((resource) => cellOf(resource, standing).length > 0)).toEqual([]);
  });

  test('bind every portal grant to the person themselves when it shows anything', () => {
    const unbound = everyGrant.filter(
      ({ standing, grant }) => PORTAL_STANDINGS.some((portal) => portal === standing) && grant.conditions.length === 0,
    );
    expect(unbound).toEqual([]);
  });

  test('give an unassigned therapist nothing but instruments and the beginning of a family when any row is asked', () => {
    expect(RESOURCES.filter((resource) => cellOf(resource, 'therapist-unassigned').length > 0)).toEqual([
      'family',
      'instrument',
    ]);
  });

  test('let break-glass only read, within its time, when it concerns a family', () => {
    const breakGlass = everyGrant.filter(({ standing }) => standing === 'break-glass');
    expect(breakGlass.filter(({ grant }) => grant.actions.join() !== 'read')).toEqual([]);
    const unlimited = breakGlass.filter(({ grant }) => !grant.conditions.includes('time-boxed'));
    expect(unlimited.map(({ resource }) => resource)).toEqual(['instrument']);
  });

  test('keep process notes from every column but the three of the clinicians when asked', () => {
    const columns = STANDINGS.filter((standing) => cellOf('process-note', standing).length > 0);
    expect(columns).toEqual(['supervisor', 'therapist-assigned', 'co-therapist']);
  });

  test('demand supervision of everything a supervisor does when it concerns a family', () => {
    const unsupervised = everyGrant.filter(
      ({ standing, grant }) => standing === 'supervisor' && !grant.conditions.includes('supervised'),
    );
    expect(unsupervised.map(({ resource }) => resource)).toEqual(['instrument']);
  });
});

describe('cellOf', () => {
  test.each([
    ['constructor', 'admin'],
    ['__proto__', 'admin'],
    ['family', 'constructor'],
    ['family', 'toString'],
    ['', ''],
  ])('finds nothing when asked for %s and %s', (resource, standing) => {
    expect(cellOf(resource, standing)).toEqual([]);
  });
});
