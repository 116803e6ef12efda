import { randomUUID } from 'node:crypto';
import type { WorldAccount } from '@kinfold/shared/testing';
import { NotesClinic } from './clinic.builder';

const refusal = (code: string): unknown => expect.objectContaining({ code });

describe('notes', () => {
  let clinic: NotesClinic;

  beforeAll(async () => {
    clinic = await NotesClinic.open();
  });

  afterAll(async () => {
    await clinic.close();
  });

  describe('beginning', () => {
    it('drafts from what was noted in the room and marks it when the session was held', async () => {
      const held = await clinic.case();
      const [first] = held.family.members;
      await clinic.moment(held, 'agreement', 'Dinner together on Sunday');
      await clinic.moment(held, 'homework', 'Call the sponsor', first?.id);
      await clinic.moment(held, 'safety', 'Is afraid at night', first?.id, 'individual-confidential');
      const note = await clinic.read(held.therapist, await clinic.begin(held.therapist, held.sessionId));
      expect(note).toMatchObject({
        state: 'draft',
        mine: true,
        familyId: held.family.id,
        intact: null,
        addenda: [],
        session: { id: held.sessionId },
      });
      const text = (section: string, memberId: string | null = null): string | undefined =>
        note.sections.find((part) => part.section === section && part.memberId === memberId)?.text;
      expect(text('worked-on')).toMatch(/^Family session in person, 50 minutes: /);
      expect(text('decided')).toBe('Dinner together on Sunday.');
      expect(text('plan')).toMatch(/: Call the sponsor\.$/);
      expect(text('member-risk', first?.id)).toBe('Is afraid at night.');
      expect(text('risk')).toBeUndefined();
      expect(note.sections.every(({ fromMoments, version }) => fromMoments && version === 1)).toBe(true);
    });

    it.each(['planned', 'cancelled'])('is refused and leaves nothing when the session is %s', async (status) => {
      const { therapist, sessionId } = await clinic.case({ status: 'planned', attendance: false });
      await clinic.world.client.query(
        `update session set status = $2, cancel_reason = case when $2 = 'cancelled' then 'illness' end where id = $1`,
        [sessionId, status],
      );
      await expect(clinic.begin(therapist, sessionId)).rejects.toEqual(refusal('room_not_opened'));
      const { rowCount } = await clinic.world.client.query('select from progress_note where session_id = $1', [
        sessionId,
      ]);
      expect(rowCount).toBe(0);
    });

    it('gives one note when the team begins it several times at once', async () => {
      const { therapist, family, sessionId } = await clinic.case();
      const second = await clinic.clinician('co-therapist');
      await clinic.world.assign(second, family.id, 'co-therapist');
      const ids = await Promise.all([therapist, second, therapist, second].map((who) => clinic.begin(who, sessionId)));
      expect(new Set(ids).size).toBe(1);
      const { rows } = await clinic.world.client.query(
        'select count(*)::int as authors from note_author where note_id = $1',
        [ids[0]],
      );
      expect(rows).toEqual([{ authors: 1 }]);
    });

    it('tells the supervisor which note it is, and a stranger nothing, when it was begun', async () => {
      const { therapist, sessionId } = await clinic.case();
      const supervisor = await clinic.clinician('supervisor');
      await clinic.world.supervise(supervisor, therapist);
      const noteId = await clinic.begin(therapist, sessionId);
      expect(await clinic.begin(supervisor, sessionId)).toBe(noteId);
      for (const role of ['therapist', 'front-desk', 'progress-staff', 'admin']) {
        await expect(clinic.begin(await clinic.clinician(role), sessionId)).rejects.toEqual(refusal('not_found'));
      }
    });

    it('is not there for anyone who does not treat the family', async () => {
      const { therapist, family, sessionId } = await clinic.case();
      const supervisor = await clinic.clinician('supervisor');
      await clinic.world.supervise(supervisor, therapist);
      const member = family.members[0];
      const outsiders = [
        await clinic.clinician('therapist'),
        await clinic.clinician('front-desk'),
        supervisor,
        ...(member ? [await clinic.world.portal(member)] : []),
      ];
      for (const who of outsiders) await expect(clinic.begin(who, sessionId)).rejects.toEqual(refusal('not_found'));
    });
  });

  describe('a draft', () => {
    it('shows its texts to its author and to the rest of the team only that it is there', async () => {
      const held = await clinic.case();
      const noteId = await clinic.written(held);
      const second = await clinic.clinician('therapist');
      await clinic.world.assign(second, held.family.id, 'co-therapist');
      const supervisor = await clinic.clinician('supervisor');
      await clinic.world.supervise(supervisor, held.therapist);
      for (const who of [second, supervisor]) {
        const shell = await clinic.read(who, noteId);
        expect(shell).toMatchObject({
          state: 'draft',
          mine: false,
          authorName: held.therapist.context.personName,
          sections: [],
          addenda: [],
        });
      }
      for (const who of [
        await clinic.clinician('therapist'),
        await clinic.clinician('front-desk'),
        await clinic.clinician('admin'),
      ]) {
        await expect(clinic.read(who, noteId)).rejects.toEqual(refusal('not_found'));
      }
    });

    it('gives its rows to its author alone when the application role asks by itself', async () => {
      const held = await clinic.case();
      const noteId = await clinic.written(held);
      const second = await clinic.clinician('therapist');
      await clinic.world.assign(second, held.family.id);
      const rows = (who: WorldAccount): Promise<number> =>
        clinic.asApplication(who, 'select from draft_section where note_id = $1', [noteId]);
      expect(await rows(held.therapist)).toBeGreaterThan(4);
      expect(await rows(second)).toBe(0);
      expect(
        await clinic.asApplication(second, `update draft_section set text_sealed = '' where note_id = $1`, [noteId]),
      ).toBe(0);
      // Without a condition nothing is read, and the rule for reading is not asked.
      expect(
        await clinic.asApplication(second, `update draft_section set text_sealed = '', updated_by = $1`, [second.id]),
      ).toBe(0);
      expect(
        await clinic.asApplication(
          second,
          `update progress_note set state = 'signed', signed_by = $2, signed_at = now(), content_hash = sha256('') where id = $1`,
          [noteId, second.id],
        ),
      ).toBe(0);
      await expect(
        clinic.asApplication(
          second,
          'insert into note_author (clinic_id, note_id, account_id, family_id) values ($1, $2, $3, $4)',
          [second.context.clinicId, noteId, held.therapist.id, held.family.id],
        ),
      ).rejects.toMatchObject({ code: '42501' });
    });

    it('cannot be taken over by a colleague who writes themselves in as an author', async () => {
      const held = await clinic.case();
      const noteId = await clinic.written(held);
      const second = await clinic.clinician('therapist');
      await clinic.world.assign(second, held.family.id);
      await expect(
        clinic.asApplication(
          second,
          'insert into note_author (clinic_id, note_id, account_id, family_id) values ($1, $2, $3, $4)',
          [second.context.clinicId, noteId, second.id, held.family.id],
        ),
      ).rejects.toMatchObject({ code: '42501' });
    });
  });

  describe('saving a section', () => {
    it('counts versions and loses its mark when it is written twice', async () => {
      const held = await clinic.case();
      const { therapist, family } = held;
      const noteId = await clinic.begin(therapist, held.sessionId);
      const [drafted] = (await clinic.read(therapist, noteId)).sections;
      const of = { sectionId: drafted?.id ?? '', section: drafted?.section ?? '' };
      expect(await clinic.save(therapist, family.id, noteId, 'Written by hand', { ...of, version: 1 })).toMatchObject({
        version: 2,
      });
      expect(await clinic.save(therapist, family.id, noteId, '', { ...of, version: 2 })).toMatchObject({ version: 3 });
      const [saved] = (await clinic.read(therapist, noteId)).sections;
      expect(saved).toMatchObject({ id: of.sectionId, text: '', fromMoments: false, version: 3 });
    });

    it('keeps the text that is there when the version is stale or the section was made already', async () => {
      const held = await clinic.case();
      const { therapist, family } = held;
      const noteId = await clinic.begin(therapist, held.sessionId);
      const sectionId = randomUUID();
      await clinic.save(therapist, family.id, noteId, 'first', { sectionId });
      for (const over of [{ sectionId }, {}, { sectionId, version: 7 }, { sectionId: randomUUID(), version: 1 }]) {
        await expect(clinic.save(therapist, family.id, noteId, 'second', over)).rejects.toEqual(
          refusal('version_stale'),
        );
      }
      const mine = (await clinic.read(therapist, noteId)).sections.filter(({ section }) => section === 'risk');
      expect(mine).toMatchObject([{ id: sectionId, text: 'first', version: 1 }]);
    });

    it('lets one of two win when both save the same version at once', async () => {
      const held = await clinic.case();
      const { therapist, family } = held;
      const noteId = await clinic.begin(therapist, held.sessionId);
      const sectionId = randomUUID();
      await clinic.save(therapist, family.id, noteId, 'first', { sectionId });
      const both = await Promise.allSettled(
        ['a', 'b'].map((text) => clinic.save(therapist, family.id, noteId, text, { sectionId, version: 1 })),
      );
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refusal('version_stale') });
    });

    it("changes nothing when the note, the family, the member or the section is not the actor's", async () => {
      const mine = await clinic.case();
      const other = await clinic.case();
      const noteId = await clinic.begin(mine.therapist, mine.sessionId);
      const theirs = await clinic.begin(other.therapist, other.sessionId);
      // Both ways: with the key in memory, and without.
      await clinic.save(mine.therapist, mine.family.id, noteId, 'warm', { section: 'plan' });
      const foreign = { section: 'response', memberId: other.family.members[0]?.id ?? '' };
      const { therapist, family } = mine;
      await expect(clinic.save(therapist, other.family.id, theirs, 'x')).rejects.toEqual(refusal('not_found'));
      await expect(clinic.save(therapist, family.id, theirs, 'x')).rejects.toEqual(refusal('not_found'));
      await expect(clinic.save(therapist, other.family.id, noteId, 'x')).rejects.toEqual(refusal('not_found'));
      await expect(clinic.save(therapist, family.id, noteId, 'x', foreign)).rejects.toEqual(refusal('not_found'));
      await expect(clinic.save(therapist, family.id, noteId, 'x', { section: 'nowhere' })).rejects.toEqual(
        refusal('validation_failed'),
      );
      await expect(clinic.save(therapist, family.id, noteId, 'x', { section: 'response' })).rejects.toEqual(
        refusal('validation_failed'),
      );
      const colleague = await clinic.clinician('therapist');
      await clinic.world.assign(colleague, family.id);
      await expect(clinic.save(colleague, family.id, noteId, 'x')).rejects.toEqual(refusal('not_found'));
      const { rows } = await clinic.world.client.query(
        `select count(*)::int as n from draft_section where note_id = any($1) and section in ('risk', 'response')`,
        [[noteId, theirs]],
      );
      expect(rows).toEqual([{ n: 0 }]);
      const keys = await clinic.world.client.query('select from data_key where compartment = $1', [
        `member:${foreign.memberId}`,
      ]);
      expect(keys.rowCount).toBe(0);
    });

    it('writes one audit row for each save, with the section and without the text', async () => {
      const held = await clinic.case();
      const { therapist, family } = held;
      const noteId = await clinic.begin(therapist, held.sessionId);
      await clinic.world.client.query('delete from audit_event where object_id = $1', [noteId]);
      const sectionId = randomUUID();
      await clinic.save(therapist, family.id, noteId, 'zxqv', { sectionId });
      await clinic.save(therapist, family.id, noteId, 'zxqv again', { sectionId, version: 1 });
      await expect(clinic.save(therapist, family.id, noteId, 'zxqv', { sectionId, version: 1 })).rejects.toThrow();
      const { rows } = await clinic.world.client.query(
        'select result, family_id, detail from audit_event where object_id = $1',
        [noteId],
      );
      expect(rows).toEqual(Array(2).fill({ result: 'done', family_id: family.id, detail: { section: 'risk' } }));
    });
  });
});
