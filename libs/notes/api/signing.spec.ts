import { randomUUID } from 'node:crypto';
import type { NoteAnswer } from './notes.answers';
import { type Case, NotesClinic, PASSWORD } from './clinic.builder';

const refusal = (code: string): unknown => expect.objectContaining({ code });

describe('signing', () => {
  let clinic: NotesClinic;

  beforeAll(async () => {
    clinic = await NotesClinic.open();
  });

  afterAll(async () => {
    await clinic.close();
  });

  const signed = async (options: Parameters<NotesClinic['case']>[0] = {}): Promise<Case & { noteId: string }> => {
    const held = await clinic.case(options);
    const noteId = await clinic.written(held);
    await clinic.sign(held.therapist, noteId);
    return { ...held, noteId };
  };

  const count = async (table: string, noteId: string): Promise<number> =>
    (await clinic.world.client.query(`select from ${table} where note_id = $1`, [noteId])).rowCount ?? 0;

  const stateOf = async (noteId: string): Promise<unknown> =>
    (
      await clinic.world.client.query(
        'select state, signed_by, content_hash is not null as hashed from progress_note where id = $1',
        [noteId],
      )
    ).rows[0];

  it('opens what was written to the whole team, supervisor included, and says that it is unchanged', async () => {
    const held = await clinic.case();
    const noteId = await clinic.written(held);
    const draft = await clinic.read(held.therapist, noteId);
    await clinic.sign(held.therapist, noteId);
    const colleague = await clinic.clinician('co-therapist');
    await clinic.world.assign(colleague, held.family.id, 'co-therapist');
    const supervisor = await clinic.clinician('supervisor');
    await clinic.world.supervise(supervisor, held.therapist);
    const texts = ({ sections }: NoteAnswer): string[] =>
      sections.map(({ section, memberId, text }) => `${section} ${memberId} ${text}`).sort();
    for (const who of [held.therapist, colleague, supervisor]) {
      const note = await clinic.read(who, noteId);
      expect(note).toMatchObject({
        state: 'signed',
        signedByName: held.therapist.context.personName,
        intact: true,
        lateEntry: false,
      });
      expect(texts(note)).toEqual(texts(draft));
    }
    await expect(clinic.read(await clinic.clinician('therapist'), noteId)).rejects.toEqual(refusal('not_found'));
  });

  it('signs nothing when the password is wrong', async () => {
    const held = await clinic.case();
    const noteId = await clinic.written(held);
    await expect(clinic.sign(held.therapist, noteId, `${PASSWORD} `)).rejects.toEqual(refusal('password_wrong'));
    expect(await stateOf(noteId)).toEqual({ state: 'draft', signed_by: null, hashed: false });
    expect(await count('signed_section', noteId)).toBe(0);
  });

  it('signs nothing and says what is missing when the checklist is not done', async () => {
    const held = await clinic.case({ attendance: false });
    const noteId = await clinic.begin(held.therapist, held.sessionId);
    await expect(clinic.sign(held.therapist, noteId)).rejects.toMatchObject({
      code: 'note_incomplete',
      fields: expect.arrayContaining([
        expect.objectContaining({ field: 'risk', code: 'section_missing' }),
        expect.objectContaining({ field: `attendance.${held.family.members[0]?.id}`, code: 'attendance_missing' }),
      ]),
    });
    expect(await count('signed_section', noteId)).toBe(0);
  });

  it('is not open to a colleague, a supervisor or a stranger', async () => {
    const held = await clinic.case();
    const noteId = await clinic.written(held);
    const colleague = await clinic.clinician('therapist');
    await clinic.world.assign(colleague, held.family.id);
    const supervisor = await clinic.clinician('supervisor');
    await clinic.world.supervise(supervisor, held.therapist);
    for (const who of [colleague, supervisor, await clinic.clinician('therapist')]) {
      await expect(clinic.sign(who, noteId)).rejects.toEqual(refusal('not_found'));
    }
    expect(await stateOf(noteId)).toMatchObject({ state: 'draft' });
  });

  it('gives one signature when the button is pressed several times', async () => {
    const held = await clinic.case();
    const noteId = await clinic.written(held);
    const sections = (await clinic.read(held.therapist, noteId)).sections.length;
    const presses = await Promise.allSettled([1, 2, 3].map(() => clinic.sign(held.therapist, noteId)));
    expect(presses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    for (const press of presses) if (press.status === 'rejected') expect(press.reason).toEqual(refusal('note_signed'));
    expect(await count('signed_section', noteId)).toBe(sections);
    const { rows } = await clinic.world.client.query(
      `select detail from audit_event where object_id = $1 and event = 'note.signed'`,
      [noteId],
    );
    expect(rows).toEqual([{ detail: { lateEntry: false, sections } }]);
  });

  it('contains exactly what was last saved when someone goes on writing', async () => {
    const held = await clinic.case();
    const noteId = await clinic.written(held);
    const risk = (await clinic.read(held.therapist, noteId)).sections.find(({ section }) => section === 'risk');
    let version = risk?.version ?? 0;
    let last = risk?.text;
    let refused: unknown = null;
    const writing = async (): Promise<void> => {
      while (refused === null) {
        const text = `Written at version ${version}`;
        await clinic.save(held.therapist, held.family.id, noteId, text, { sectionId: risk?.id, version }).then(
          (saved) => {
            version = saved.version;
            last = text;
          },
          (reason: unknown) => (refused = reason),
        );
      }
    };
    await Promise.all([clinic.sign(held.therapist, noteId), writing()]);
    expect(refused).toEqual(refusal('note_signed'));
    const note = await clinic.read(held.therapist, noteId);
    expect(note.sections.find(({ section }) => section === 'risk')?.text).toBe(last);
    expect(note.intact).toBe(true);
  });

  it('refuses saves that waited while the note was being signed', async () => {
    const held = await clinic.case();
    const noteId = await clinic.written(held);
    const risk = (await clinic.read(held.therapist, noteId)).sections.find(({ section }) => section === 'risk');
    const { client } = clinic.world;
    const waiting = async (count: number): Promise<void> => {
      for (;;) {
        await client.query('select pg_stat_clear_snapshot()');
        const { rows } = await client.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        if (rows.length >= count) return;
      }
    };
    const outcome = (save: Promise<unknown>): Promise<unknown> =>
      save.then(
        () => 'done',
        (reason: { code?: string }) => reason.code,
      );
    // Signing touches the family last: held there, it stands with everything locked and nothing committed.
    await client.query('begin');
    await client.query('select from family where id = $1 for update', [held.family.id]);
    const signing = outcome(clinic.sign(held.therapist, noteId));
    await waiting(1);
    const change = outcome(
      clinic.save(held.therapist, held.family.id, noteId, 'too late', { sectionId: risk?.id, version: risk?.version }),
    );
    const create = outcome(clinic.save(held.therapist, held.family.id, noteId, 'too late', { section: 'decided' }));
    await waiting(3);
    await client.query('commit');
    expect(await Promise.all([signing, change, create])).toEqual(['done', 'note_signed', 'note_signed']);
    const note = await clinic.read(held.therapist, noteId);
    expect(note.intact).toBe(true);
    const { rows } = await client.query(
      `select section, version from draft_section where note_id = $1 and section in ('decided', 'risk')`,
      [noteId],
    );
    expect(rows).toEqual([{ section: 'risk', version: (risk?.version ?? 0) + 1 }]);
  });

  it('leaves nothing that the application role could change or take away', async () => {
    const { therapist, family, noteId } = await signed();
    const run = (sql: string): Promise<number> => clinic.asApplication(therapist, sql, [noteId]);
    expect(await run(`select from signed_section where note_id = $1`)).toBeGreaterThan(4);
    expect(await run(`select from draft_section where note_id = $1`)).toBe(0);
    expect(await run(`update progress_note set version = version + 1 where id = $1`)).toBe(0);
    expect(
      await run(
        `update progress_note set state = 'draft', signed_by = null, signed_at = null, content_hash = null where id = $1`,
      ),
    ).toBe(0);
    expect(await run(`update draft_section set text_sealed = '' where note_id = $1`)).toBe(0);
    for (const table of ['progress_note', 'signed_section', 'draft_section', 'addendum', 'note_author']) {
      const key = table === 'progress_note' ? 'id' : 'note_id';
      await expect(run(`delete from ${table} where ${key} = $1`)).rejects.toMatchObject({ code: '42501' });
    }
    for (const column of ['text_sealed', 'position', 'section']) {
      await expect(run(`update signed_section set ${column} = ${column} where note_id = $1`)).rejects.toMatchObject({
        code: '42501',
      });
    }
    await expect(run(`update progress_note set created_by = created_by where id = $1`)).rejects.toMatchObject({
      code: '42501',
    });
    for (const table of ['signed_section', 'draft_section']) {
      const [column, value] = table === 'signed_section' ? ['position', '9'] : ['updated_by', '$4'];
      await expect(
        clinic.asApplication(
          therapist,
          `insert into ${table} (clinic_id, id, note_id, family_id, section, text_sealed, ${column})
           select $1, gen_random_uuid(), $2, $3, 'decided', ''::bytea, ${value} where $4::uuid is not null`,
          [therapist.context.clinicId, noteId, family.id, therapist.id],
        ),
      ).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('is found out when someone with all power over the database changes a section or takes one away', async () => {
    const { therapist, noteId } = await signed();
    const { client } = clinic.world;
    const { rows } = await client.query('delete from signed_section where note_id = $1 and section = $2 returning *', [
      noteId,
      'plan',
    ]);
    expect((await clinic.read(therapist, noteId)).intact).toBe(false);
    const [row] = rows;
    await client.query(
      'insert into signed_section (clinic_id, id, note_id, family_id, section, position, text_sealed) values ($1, $2, $3, $4, $5, $6, $7)',
      [row.clinic_id, row.id, row.note_id, row.family_id, row.section, row.position, row.text_sealed],
    );
    expect((await clinic.read(therapist, noteId)).intact).toBe(true);
    await client.query(`update progress_note set signed_at = signed_at - interval '1 day' where id = $1`, [noteId]);
    expect((await clinic.read(therapist, noteId)).intact).toBe(false);
  });

  it('opens no text that was moved to another row, another member or another family', async () => {
    const mine = await signed();
    const other = await signed();
    const { client } = clinic.world;
    const rowOf = async (
      noteId: string,
      section: string,
      memberId: string | null,
    ): Promise<{ id: string; text_sealed: Buffer }> =>
      (
        await client.query(
          `select id, text_sealed from signed_section where note_id = $1 and section = $2 and member_id is not distinct from $3`,
          [noteId, section, memberId],
        )
      ).rows[0];
    const [first, second] = mine.family.members.map(({ id }) => id);
    const places = [
      await rowOf(mine.noteId, 'risk', null),
      await rowOf(other.noteId, 'plan', null),
      await rowOf(mine.noteId, 'response', first ?? null),
      await rowOf(mine.noteId, 'response', second ?? null),
    ];
    const target = await rowOf(mine.noteId, 'plan', null);
    for (const { id, text_sealed: moved } of places) {
      expect(id).not.toBe(target.id);
      await client.query('update signed_section set text_sealed = $2 where id = $1', [target.id, moved]);
      await expect(clinic.read(mine.therapist, mine.noteId)).rejects.toThrow();
    }
    await client.query('update signed_section set text_sealed = $2 where id = $1', [target.id, target.text_sealed]);
    expect((await clinic.read(mine.therapist, mine.noteId)).intact).toBe(true);
  });

  it('keeps no word of a note readable in the database', async () => {
    const held = await clinic.case();
    const noteId = await clinic.written(held);
    await clinic.save(held.therapist, held.family.id, noteId, 'a marker nobody else writes', { section: 'decided' });
    await clinic.sign(held.therapist, noteId);
    const { rows } = await clinic.world.client.query<{ bytes: Buffer }>(
      'select text_sealed as bytes from draft_section where note_id = $1 union all select text_sealed from signed_section where note_id = $1',
      [noteId],
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const { bytes } of rows) expect(bytes.includes('marker')).toBe(false);
    const drafts = await clinic.world.client.query(
      'select from draft_section d join signed_section s on s.text_sealed = d.text_sealed where d.note_id = $1',
      [noteId],
    );
    expect(drafts.rowCount).toBe(0);
  });

  it.each([
    [-24, false],
    [-26, true],
  ])('flags a late entry when the session began %s hours ago: %s', async (startsInHours, late) => {
    const { therapist, noteId } = await signed({ startsInHours });
    expect((await clinic.read(therapist, noteId)).lateEntry).toBe(late);
  });

  describe('an addendum', () => {
    it('stands beside the original when the note is signed', async () => {
      const { therapist, family, noteId } = await signed();
      const before = await clinic.read(therapist, noteId);
      const colleague = await clinic.clinician('therapist');
      await clinic.world.assign(colleague, family.id);
      await clinic.add(therapist, noteId, 'The date was the 14th');
      await clinic.add(colleague, noteId, 'She called afterwards', family.members[0]?.id);
      const after = await clinic.read(colleague, noteId);
      expect(after.sections).toEqual(before.sections);
      expect(after.intact).toBe(true);
      expect(after.addenda).toMatchObject([
        { text: 'The date was the 14th', memberId: null, writtenByName: therapist.context.personName },
        { text: 'She called afterwards', memberId: family.members[0]?.id, writtenByName: colleague.context.personName },
      ]);
    });

    it("is refused before signing, to readers, to strangers and for someone else's member", async () => {
      const held = await clinic.case();
      const noteId = await clinic.written(held);
      const colleague = await clinic.clinician('therapist');
      await clinic.world.assign(colleague, held.family.id);
      const supervisor = await clinic.clinician('supervisor');
      await clinic.world.supervise(supervisor, held.therapist);
      await expect(clinic.add(held.therapist, noteId, 'x')).rejects.toEqual(refusal('note_not_signed'));
      await expect(clinic.add(colleague, noteId, 'x')).rejects.toEqual(refusal('not_found'));
      await clinic.sign(held.therapist, noteId);
      await expect(clinic.add(supervisor, noteId, 'x')).rejects.toEqual(refusal('forbidden'));
      await expect(clinic.add(await clinic.clinician('therapist'), noteId, 'x')).rejects.toEqual(refusal('not_found'));
      await expect(clinic.add(held.therapist, noteId, 'x', randomUUID())).rejects.toEqual(refusal('not_found'));
      expect(await count('addendum', noteId)).toBe(0);
    });
  });
});
