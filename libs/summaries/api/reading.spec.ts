import { randomUUID } from 'node:crypto';
import type { MySummaryAnswer } from './portal.answers';
import {
  ana,
  anaReads,
  answer,
  begin,
  consent,
  document,
  draft,
  family,
  line,
  list,
  listed,
  marco,
  marcoReads,
  myRead,
  nothing,
  other,
  read,
  revoke,
  rosa,
  rosaReads,
  seenBySql,
  sessionId,
  setStage,
  share,
  some,
  therapist,
  world,
  write,
} from './summaries.stage.builder';

describe('summaries', () => {
  setStage();

  describe('reading', () => {
    it('FC-03 is read by the member whom every other subject named, and by nobody else', async () => {
      await consent(ana, marco);
      const id = await draft();
      expect(await listed(marcoReads)).toEqual([]);
      await share(id, marco, ana);
      expect(await listed(marcoReads)).toMatchObject([{ id, fromName: therapist.context.personName }]);
      const seen = await read(marcoReads, id);
      expect(seen.lines.map(({ number, text, answer: mine }) => [number, text, mine])).toEqual([
        [1, 'You listened to each other.', null],
        [2, 'Ana calls her sister on Sunday.', null],
      ]);
      expect(seen.notice).toContain('42 CFR part 2');
      expect(await listed(rosaReads)).toEqual([]);
      await expect(read(rosaReads, id)).rejects.toMatchObject({ code: 'not_found' });
      expect(await seenBySql(rosaReads)).toEqual(nothing);
      expect(await seenBySql(marcoReads)).toEqual({ ...nothing, summary: 1, summary_line: 2 });
    });

    it("FC-05 numbers without gaps and leaves no trace when a line is not this reader's", async () => {
      await consent(marco, ana);
      const id = await begin.run(therapist.context, sessionId).then((begun) => begun.id);
      await write.add(therapist.context, id, line('You listened to each other.'));
      await write.add(
        therapist.context,
        id,
        line('Marco rests on Friday.', { aboutMemberId: some(marco).id, askedAlone: true, kind: 'homework' }),
      );
      await write.add(
        therapist.context,
        id,
        line('Dinner on Sundays.', { aboutMemberId: some(ana).id, askedAlone: true, kind: 'decision' }),
      );
      await share(id, ana, marco);
      const marcos = await read(marcoReads, id);
      expect(marcos.lines.map(({ number, text }) => [number, text])).toEqual([[1, 'Marco rests on Friday.']]);
      const anas = await read(anaReads, id);
      expect(anas.lines.map(({ number, kind }) => [number, kind])).toEqual([
        [1, 'went-well'],
        [2, 'homework'],
        [3, 'decision'],
      ]);
      expect(Object.keys(marcos).sort()).toEqual(Object.keys(anas).sort());
      const hidden = some(anas.lines[2]).id;
      await expect(answer.run(marcoReads.context, id, hidden, { answer: 'agree', words: null })).rejects.toMatchObject({
        code: 'not_found',
      });
    });

    it('FC-03 hides it with the next read when the consent is taken back', async () => {
      const given = await consent(ana, marco);
      const id = await draft();
      await share(id, marco);
      await read(marcoReads, id);
      await revoke(given);
      await expect(read(marcoReads, id)).rejects.toMatchObject({ code: 'not_found' });
      expect(await listed(marcoReads)).toEqual([]);
      expect(await seenBySql(marcoReads)).toEqual(nothing);
    });

    it('hides it on the day on which the consent ends, where the clinic is', async () => {
      const given = await consent(ana, marco);
      const id = await draft();
      await share(id, marco);
      const endsIn = (days: number): Promise<unknown> =>
        world.client.query(
          `update consent set expires_on = (now() at time zone 'Europe/Madrid')::date + $2::int where id = $1`,
          [given, days],
        );
      await endsIn(1);
      await read(marcoReads, id);
      await endsIn(0);
      await expect(read(marcoReads, id)).rejects.toMatchObject({ code: 'not_found' });
    });

    it('asks the day of the clinic when it is already tomorrow there', async () => {
      const given = await consent(ana, marco);
      const id = await draft();
      await share(id, marco);
      const inZone = (zone: string): Promise<MySummaryAnswer> =>
        myRead.run({ ...marcoReads.context, clinicZone: zone }, id);
      await world.client.query(
        `update consent set signed_on = current_date - 5, expires_on = (now() at time zone 'Pacific/Kiritimati')::date where id = $1`,
        [given],
      );
      await expect(inZone('Pacific/Kiritimati')).rejects.toMatchObject({ code: 'not_found' });
      await expect(inZone('Pacific/Pago_Pago')).resolves.toMatchObject({ id });
    });

    it('CN-03 does not help when the consent names somebody else', async () => {
      await consent(ana, rosa);
      await consent(marco, rosa);
      const id = await draft();
      await expect(share(id, marco)).rejects.toMatchObject({ code: 'consent_missing' });
      await share(id, rosa);
      expect((await read(rosaReads, id)).lines).toHaveLength(2);
      await expect(read(marcoReads, id)).rejects.toMatchObject({ code: 'not_found' });
    });

    it('CN-04 opens nothing when a defective consent was written past the application', async () => {
      const foreign = await world.family({ therapist: other });
      const id = await draft();
      await consent(ana, marco);
      await share(id, marco);
      await world.client.query('delete from consent_revocation where clinic_id = $1', [world.clinicId]);
      await world.client.query('update consent_recipient set recipient_member_id = $2 where family_id = $1', [
        family.id,
        some(rosa).id,
      ]);
      await expect(read(marcoReads, id)).rejects.toMatchObject({ code: 'not_found' });
      const other_family = await world.consent(foreign, some(ana), [some(marco)], { witness: therapist });
      await expect(read(marcoReads, id)).rejects.toMatchObject({ code: 'not_found' });
      const not_yet = await world.consent(family, some(ana), [some(marco)], { witness: therapist, signedDaysAgo: -1 });
      await expect(read(marcoReads, id)).rejects.toMatchObject({ code: 'not_found' });
      await expect(
        world.client.query('update consent set text_hash = $2 where id = $1', [other_family, Buffer.alloc(3)]),
      ).rejects.toMatchObject({ code: '23514' });
      await expect(
        world.client.query('update consent set expires_on = signed_on + 800 where id = $1', [not_yet]),
      ).rejects.toMatchObject({ code: '23514' });
    });

    it('stays closed to a young person until the rules of their state are known', async () => {
      const young = await world.member(family.id);
      const youngReads = await world.portal(young, 'minor');
      const id = await begin.run(therapist.context, sessionId).then((begun) => begun.id);
      await write.add(therapist.context, id, line('You came.', { aboutMemberId: young.id, askedAlone: true }));
      await share(id, young);
      expect(await listed(youngReads)).toEqual([]);
      await expect(read(youngReads, id)).rejects.toMatchObject({ code: 'not_found' });
    });
  });

  describe('answering', () => {
    it('goes to the clinic with its words, the newest counting, and to no other member', async () => {
      await consent(ana, marco, rosa);
      await consent(marco, rosa);
      const id = await draft();
      await share(id, marco, rosa);
      const lineId = some((await read(marcoReads, id)).lines[0]).id;
      await answer.run(marcoReads.context, id, lineId, { answer: 'agree', words: null });
      await answer.run(marcoReads.context, id, lineId, {
        answer: 'remember-differently',
        words: 'It was Ana who began.',
      });
      const mine = some((await read(marcoReads, id)).lines.find((each) => each.id === lineId)).answer;
      expect(mine).toEqual({ answer: 'remember-differently', words: 'It was Ana who began.' });
      const staff = some((await document()).lines.find((each) => each.id === lineId)).answers;
      expect(staff).toMatchObject([
        { memberId: some(marco).id, answer: 'remember-differently', words: 'It was Ana who began.' },
      ]);
      expect((await read(rosaReads, id)).lines.every((each) => each.answer === null)).toBe(true);
      expect((await seenBySql(rosaReads))['summary_answer']).toBe(0);
      expect(JSON.parse(await list.run(therapist.context, family.id)).items).toMatchObject([
        { summaryId: id, state: 'released', answers: 1, otherwise: 1 },
      ]);
      const { rows } = await world.client.query(
        'select words_sealed from summary_answer where summary_id = $1 and words_sealed is not null',
        [id],
      );
      expect(rows[0].words_sealed.includes(Buffer.from('began'))).toBe(false);
    });

    it('is not found when the line, the summary or the reader is another', async () => {
      await consent(ana, marco);
      const id = await draft();
      await share(id, marco);
      const lineId = some((await document()).lines[0]).id;
      const agree = { answer: 'agree' as const, words: null };
      await expect(answer.run(rosaReads.context, id, lineId, agree)).rejects.toMatchObject({ code: 'not_found' });
      await expect(answer.run(marcoReads.context, randomUUID(), lineId, agree)).rejects.toMatchObject({
        code: 'not_found',
      });
      await expect(answer.run(marcoReads.context, id, randomUUID(), agree)).rejects.toMatchObject({
        code: 'not_found',
      });
      const { rows } = await world.client.query('select 1 from summary_answer where summary_id = $1', [id]);
      expect(rows).toEqual([]);
    });
  });
});
