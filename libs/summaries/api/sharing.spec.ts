import {
  ana,
  arrange,
  begin,
  consent,
  document,
  draft,
  family,
  line,
  marco,
  marcoReads,
  other,
  page,
  read,
  release,
  rosa,
  rosaReads,
  sessionId,
  setStage,
  share,
  some,
  therapist,
  unitOfWork,
  withdraw,
  world,
  write,
} from './summaries.stage.builder';

describe('summaries', () => {
  setStage();

  describe('sharing', () => {
    it("CN-09 writes one row for each subject whose information a recipient reads, and one's own is no disclosure", async () => {
      const first = await consent(ana, marco, rosa);
      const second = await consent(marco, rosa);
      const id = await draft();
      await share(id, ana, marco, rosa);
      const { rows } = await world.client.query(
        'select subject_member_id, recipient_member_id, consent_id, notice_version, disclosed_by from disclosure where summary_id = $1',
        [id],
      );
      const expected = [
        [ana, marco, first],
        [ana, rosa, first],
        [marco, rosa, second],
      ] as const;
      expect(rows).toHaveLength(3);
      for (const [subject, recipient, consentId] of expected) {
        expect(rows).toContainEqual({
          subject_member_id: some(subject).id,
          recipient_member_id: some(recipient).id,
          consent_id: consentId,
          notice_version: '2026-1',
          disclosed_by: therapist.id,
        });
      }
    });

    it('CN-09 writes down at the reading what a later consent opened, once, when it is read many times together', async () => {
      await consent(ana, rosa);
      const id = await draft();
      await share(id, rosa);
      expect((await read(rosaReads, id)).lines).toHaveLength(1);
      const later = await consent(marco, rosa);
      await Promise.all(Array.from({ length: 8 }, () => read(rosaReads, id)));
      expect((await read(rosaReads, id)).lines).toHaveLength(2);
      const { rows } = await world.client.query(
        'select subject_member_id, consent_id from disclosure where summary_id = $1 order by disclosed_at',
        [id],
      );
      expect(rows).toEqual([
        { subject_member_id: some(ana).id, consent_id: expect.any(String) },
        { subject_member_id: some(marco).id, consent_id: later },
      ]);
    });

    it.each<[string, string, (id: string) => Promise<unknown>]>([
      [
        'it does not open well',
        'opening_missing',
        async (id) => {
          const { lines, version } = await document();
          return arrange.order(therapist.context, id, version, lines.map((each) => each.id).reverse());
        },
      ],
      [
        'a member was not asked alone',
        'not_asked_alone',
        (id) => write.add(therapist.context, id, line('Marco rests.', { aboutMemberId: some(marco).id })),
      ],
      [
        'a reader would read too much',
        'too_many_words',
        async (id) => {
          for (let count = 0; count < 3; count++) await write.add(therapist.context, id, line('so '.repeat(90)));
        },
      ],
      [
        'nobody took part',
        'attendance_missing',
        () => world.attended(family, sessionId, [some(ana), some(marco)], therapist, 'did-not-come'),
      ],
    ])('is refused and changes nothing when %s', async (_, code, spoil) => {
      await consent(ana, marco);
      const id = await draft();
      await spoil(id);
      await expect(share(id, marco)).rejects.toMatchObject({ code, kind: 'conflict' });
      const { rows } = await world.client.query(
        `select (select state from summary where id = $1), (select count(*)::int from summary_recipient where summary_id = $1) as recipients,
           (select count(*)::int from summary_line_subject where summary_id = $1) as subjects, (select count(*)::int from disclosure where summary_id = $1) as disclosures`,
        [id],
      );
      expect(rows).toEqual([{ state: 'draft', recipients: 0, subjects: 0, disclosures: 0 }]);
    });

    it('is refused when the summary changed after it was looked at', async () => {
      await consent(ana, marco);
      const id = await draft();
      const { version } = await document();
      await write.add(therapist.context, id, line('One more.'));
      await expect(release.run(therapist.context, id, version, [some(marco).id])).rejects.toMatchObject({
        code: 'version_stale',
      });
    });

    it("is refused for another family's member and leaves the draft as it was", async () => {
      const foreign = await world.family({ therapist });
      const id = await draft();
      await expect(share(id, foreign.members[0])).rejects.toMatchObject({ code: 'not_found' });
      await expect(release.run(other.context, id, (await document()).version, [some(ana).id])).rejects.toMatchObject({
        code: 'not_found',
      });
      expect((await document()).state).toBe('draft');
    });

    it("is frozen once shared, for the application's role as well", async () => {
      await consent(ana, marco);
      const id = await draft();
      await share(id, marco);
      const { lines } = await document();
      const first = some(lines[0]);
      await expect(
        write.change(therapist.context, id, first.id, first.version, line('Other words.')),
      ).rejects.toMatchObject({ code: 'wrong_state' });
      await expect(write.add(therapist.context, id, line('One more.'))).rejects.toMatchObject({ code: 'wrong_state' });
      await expect(arrange.takeOut(therapist.context, id, first.id, first.version)).rejects.toMatchObject({
        code: 'wrong_state',
      });
      const sql = (text: string): Promise<number> =>
        unitOfWork.run(therapist.context, async (tx) => {
          const changed = await tx.change({ name: '', text }, []);
          await tx.audit({});
          return changed;
        });
      expect(await sql(`update summary_line set kind = 'decision' where summary_id = '${id}'`)).toBe(0);
      const late = [
        `insert into summary_recipient values ('${world.clinicId}', '${id}', '${some(rosa).id}', '${family.id}')`,
        `insert into summary_line_subject values ('${world.clinicId}', '${first.id}', '${some(rosa).id}', '${id}', '${family.id}')`,
        `insert into summary_line (clinic_id, id, summary_id, family_id, position, kind, text_sealed) values ('${world.clinicId}', gen_random_uuid(), '${id}', '${family.id}', 9, 'decision', '\\x00')`,
        `delete from summary_line_subject where summary_id = '${id}'`,
        `update summary_recipient set member_id = '${some(rosa).id}' where summary_id = '${id}'`,
      ];
      for (const text of late) await expect(sql(text)).rejects.toMatchObject({ code: '42501' });
    });

    it("is nobody's any more when it is taken back, and another can be written", async () => {
      await consent(ana, marco);
      const id = await draft();
      await expect(withdraw.run(therapist.context, id, (await document()).version, 'mistake')).rejects.toMatchObject({
        code: 'wrong_state',
      });
      await share(id, marco);
      await expect(begin.run(therapist.context, sessionId)).rejects.toMatchObject({ code: 'summary_exists' });
      await expect(withdraw.run(therapist.context, id, 99, 'mistake')).rejects.toMatchObject({ code: 'version_stale' });
      await expect(withdraw.run(other.context, id, 1, 'mistake')).rejects.toMatchObject({ code: 'not_found' });
      await withdraw.run(therapist.context, id, (await document()).version, 'mistake');
      await expect(read(marcoReads, id)).rejects.toMatchObject({ code: 'not_found' });
      expect((await page()).summary).toBeNull();
      await expect(begin.run(therapist.context, sessionId)).resolves.toMatchObject({ id: expect.any(String) });
      const { rows } = await world.client.query('select count(*)::int as kept from disclosure where summary_id = $1', [
        id,
      ]);
      expect(rows).toEqual([{ kept: 1 }]);
    });

    it('begins once when two begin at the same moment', async () => {
      const both = await Promise.allSettled([1, 2].map(() => begin.run(therapist.context, sessionId)));
      expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(both.find((each) => each.status === 'rejected')).toMatchObject({ reason: { code: 'summary_exists' } });
    });
  });
});
