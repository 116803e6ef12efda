import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import { type Context, statement, UnitOfWork } from '@kinfold/shared/api';
import { notFound } from '@kinfold/shared/kernel';
import type { PlanningChoicesAnswer } from '../sessions.answers';

/** Clinicians with whether they are assigned, members who have not left, rooms of the last quarter. Parameters: clinic, family, account. */
const CHOICES = statement(
  'planning-choices',
  `select json_build_object('familyName', f.display_name,
      'clinicians', (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.display_name, 'self', c.id = $3,
            'standing', case when c.assigned then 'assigned' else 'not-assigned' end) order by c.assigned desc, c.display_name, c.id), '[]')
         from (select a.id, a.display_name, exists (select from assignment g where g.clinic_id = a.clinic_id and g.family_id = f.id
                  and g.account_id = a.id and g.starts_at <= now() and (g.ends_at is null or now() < g.ends_at)) as assigned
               from account a
               where a.clinic_id = f.clinic_id and a.surface = 'staff' and a.disabled_at is null
                 and exists (select from account_role r where r.clinic_id = a.clinic_id and r.account_id = a.id
                   and r.role in ('therapist', 'co-therapist', 'trainee'))
               limit 500) c),
      'members', (select coalesce(json_agg(json_build_object('id', o.id, 'givenName', o.given_name, 'familyName', o.family_name, 'place', o.place)
            order by o.place), '[]')
         from (select m.id, p.given_name, p.family_name, m.left_on, m.died_on,
                      row_number() over (order by m.created_at, m.id) - 1 as place
               from member m join person p on p.clinic_id = m.clinic_id and p.id = m.person_id
               where m.clinic_id = f.clinic_id and m.family_id = f.id) o
         where o.left_on is null and o.died_on is null),
      'rooms', (select coalesce(json_agg(json_build_object('name', r.room) order by r.room), '[]')
         from (select distinct room from session
               where clinic_id = f.clinic_id and room is not null and starts_at > now() - interval '90 days' limit 50) r)) as choices
   from family f where f.clinic_id = $1 and f.id = $2`,
);

/** What the planning form of a family offers. */
@Injectable()
export class PlanningChoices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
  ) {}

  /** @throws DomainError 404 for a family that is not the actor's */
  run(context: Context, familyId: string): Promise<PlanningChoicesAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      await this.policy.require(tx, { action: 'create', resource: 'session', familyId });
      const [row] = await tx.rows<{ choices: PlanningChoicesAnswer }>(CHOICES, [
        context.clinicId,
        familyId,
        context.accountId,
      ]);
      if (!row) throw notFound();
      await tx.audit({ familyId });
      return row.choices;
    });
  }
}
