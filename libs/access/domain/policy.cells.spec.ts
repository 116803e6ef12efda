import { factsFor, nameOf, STANDING_AS } from './access.builder';
import { FACT_OF } from './facts';
import { MATRIX } from './matrix';
import { can } from './policy';
import { type Condition, RESOURCES, type Row, type Standing, STANDINGS } from './vocabulary';

const cells = RESOURCES.flatMap((resource) => {
  const row: Row = MATRIX[resource];
  return STANDINGS.map((standing) => ({ resource, standing, cell: row[standing] }));
});

/** Every grant of every cell, once per action. */
const grants = cells.flatMap(({ resource, standing, cell }) =>
  cell.flatMap((grant) =>
    grant.actions.map((action) => ({
      name: `${nameOf(resource, standing, action, grant.part)} [${grant.conditions.join(', ')}]`,
      resource,
      standing,
      grant,
      action,
    })),
  ),
);

/** What makes the standing in the first place; taking it away would ask about another standing. */
const OF_STANDING: Readonly<Partial<Record<Standing, Condition>>> = {
  'therapist-assigned': 'assigned',
  'co-therapist': 'assigned',
  'break-glass': 'time-boxed',
};

describe('can, cell by cell', () => {
  test.each(grants)('allows $name when its conditions hold', ({ resource, standing, grant, action }) => {
    const about = { resource, class: 'shared', part: grant.part, facts: factsFor(standing, grant.conditions) } as const;
    expect(can(STANDING_AS[standing].actor, action, about)).toMatchObject({
      allowed: true,
      projection: grant.projection,
    });
  });

  // No grant of a cell is made redundant by a wider one beside it, so each missing condition is a refusal.
  const missing = grants.flatMap((entry) =>
    entry.grant.conditions
      .filter((condition) => condition !== OF_STANDING[entry.standing])
      .map((dropped) => ({ ...entry, dropped })),
  );
  test.each(missing)('refuses $name when $dropped is missing', ({ resource, standing, grant, action, dropped }) => {
    const held = grant.conditions.filter((condition) => condition !== dropped);
    const about = { resource, class: 'shared', part: grant.part, facts: factsFor(standing, held) } as const;
    expect(can(STANDING_AS[standing].actor, action, about).allowed).toBe(false);
  });

  const dashes = cells.filter(({ cell }) => cell.length === 0);
  test.each(dashes)('answers as if it were not there when $standing meets $resource', ({ resource, standing }) => {
    const about = { resource, class: 'shared', facts: factsFor(standing, everythingTrue(standing)) } as const;
    expect(can(STANDING_AS[standing].actor, 'read', about)).toMatchObject({ allowed: false, code: 'not-found' });
  });
});

/** Everything that can be true, except a time-boxed grant, which would make a clinician a break-glass holder. */
function everythingTrue(standing: Standing): readonly Condition[] {
  const names = Object.keys(FACT_OF).filter((name): name is keyof typeof FACT_OF => Object.hasOwn(FACT_OF, name));
  return standing === 'therapist-unassigned' ? names.filter((name) => name !== 'time-boxed') : names;
}
