import { randomUUID } from 'node:crypto';
import { statement } from '@kinfold/shared/api';
import { type WorldMember } from '@kinfold/shared/testing';
import {
  ana,
  anaReads,
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
  rosa,
  rosaReads,
  sessionId,
  setStage,
  share,
  some,
  therapist,
  unitOfWork,
  vault,
  world,
  write,
} from './summaries.stage.builder';

describe('summaries', () => {
  setStage();

  describe('writing', () => {
    it('shows what each member would read and who has not permitted it', async () => {
      await consent(ana, marco);
      await draft();
      const { members, summary } = await page();
      expect(members.map((member) => [member.id, member.tookPart])).toEqual(
        expect.arrayContaining([
          [some(ana).id, true],
          [some(marco).id, true],
          [some(rosa).id, false],
        ]),
      );
      const { lines, readers, mayWrite, mayShare, mayWithdraw } = some(summary);
      const [all, anas] = lines.map((each) => each.id);
      const readerOf = (member: WorldMember | undefined) =>
        readers.find((reader) => reader.memberId === some(member).id);
      expect(readerOf(ana)).toMatchObject({ lineIds: [anas], missingMemberIds: [some(marco).id], words: 6 });
      expect(readerOf(marco)).toMatchObject({ lineIds: [all, anas], missingMemberIds: [], words: 11 });
      expect(readerOf(rosa)).toMatchObject({ lineIds: [], words: 0 });
      expect([...some(readerOf(rosa)).missingMemberIds].sort()).toEqual([some(ana).id, some(marco).id].sort());
      expect([mayWrite, mayShare, mayWithdraw]).toEqual([true, true, false]);
    });

    it('agrees with what is read once it is shared', async () => {
      await consent(ana, marco, rosa);
      const id = await draft();
      const before = (await document()).readers;
      await share(id, ana, marco, rosa);
      const texts = new Map((await document()).lines.map((each) => [each.text, each.id]));
      for (const [account, member] of [
        [anaReads, ana],
        [marcoReads, marco],
        [rosaReads, rosa],
      ] as const) {
        const seen = (await read(account, id)).lines.map((each) => some(texts.get(each.text)));
        expect([...seen].sort()).toEqual(
          [...some(before.find((reader) => reader.memberId === some(member).id)).lineIds].sort(),
        );
      }
    });

    it('changes, orders and removes lines with their versions', async () => {
      const id = await draft();
      const [first, second] = (await document()).lines;
      const text = line('You heard each other.', { kind: 'decision' });
      expect(await write.change(therapist.context, id, some(first).id, 1, text)).toMatchObject({ lineVersion: 2 });
      await expect(write.change(therapist.context, id, some(first).id, 1, text)).rejects.toMatchObject({
        code: 'version_stale',
      });
      const { version } = await document();
      await expect(arrange.order(therapist.context, id, version, [some(first).id])).rejects.toMatchObject({
        kind: 'invalid',
      });
      await expect(
        arrange.order(therapist.context, id, version - 1, [some(second).id, some(first).id]),
      ).rejects.toMatchObject({ code: 'version_stale' });
      await arrange.order(therapist.context, id, version, [some(second).id, some(first).id]);
      expect((await document()).lines.map((each) => each.text)).toEqual([
        'Ana calls her sister on Sunday.',
        'You heard each other.',
      ]);
      await expect(arrange.takeOut(therapist.context, id, some(second).id, 9)).rejects.toMatchObject({
        code: 'version_stale',
      });
      await arrange.takeOut(therapist.context, id, some(second).id, 1);
      await expect(write.change(therapist.context, id, some(second).id, 2, text)).rejects.toMatchObject({
        code: 'not_found',
      });
      await write.add(therapist.context, id, line('Third.'));
      expect((await document()).lines.map((each) => each.text)).toEqual(['You heard each other.', 'Third.']);
      const { rows } = await world.client.query(
        'select position from summary_line where summary_id = $1 and removed_at is null order by position',
        [id],
      );
      expect(rows.map((row) => row.position)).toEqual([1, 2]);
    });

    it('keeps the words sealed under the key of whom they are about', async () => {
      const id = await draft();
      const { rows } = await world.client.query(
        'select text_sealed, about_member_id from summary_line where summary_id = $1',
        [id],
      );
      for (const row of rows) expect(row.text_sealed.includes(Buffer.from('sister'))).toBe(false);
      const moved = some((await document()).lines[1]);
      await write.change(
        therapist.context,
        id,
        moved.id,
        1,
        line('About Marco now.', { aboutMemberId: some(marco).id }),
      );
      expect((await document()).lines[1]).toMatchObject({
        text: 'About Marco now.',
        aboutMemberId: some(marco).id,
        askedAlone: false,
      });
    });

    it('offers agreements and homework that were said before everybody', async () => {
      await unitOfWork.run(therapist.context, async (tx) => {
        const moments = [
          ['agreement', null, 'shared'],
          ['homework', some(ana).id, 'shared'],
          ['homework', some(ana).id, 'individual-confidential'],
          ['quote', null, 'shared'],
        ] as const;
        for (const [kind, memberId, kept] of moments) {
          const rowId = randomUUID();
          const sealed = await vault.seal(
            tx,
            { table: 'moment', column: 'words_sealed', familyId: family.id, rowId, memberId },
            `${kind} ${kept}`,
          );
          await tx.change(
            statement(
              'test-moment',
              `insert into moment (clinic_id, id, session_id, family_id, member_id, kind, class, words_sealed, at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, now(), $9)`,
            ),
            [world.clinicId, rowId, sessionId, family.id, memberId, kind, kept, sealed, therapist.id],
          );
        }
        await tx.audit({});
      });
      const offered = (await page()).suggestions.map(({ kind, memberId, text }) => [kind, memberId, text]);
      expect(offered).toHaveLength(2);
      expect(offered).toEqual(
        expect.arrayContaining([
          ['decision', null, 'agreement shared'],
          ['homework', some(ana).id, 'homework shared'],
        ]),
      );
    });

    it('is begun for a session that was held, and never for one that was not or is kept for safety', async () => {
      const planned = await world.session(family, therapist, { startsInHours: 30 });
      await expect(begin.run(therapist.context, planned)).rejects.toMatchObject({ code: 'wrong_state' });
      await expect(begin.run(other.context, sessionId)).rejects.toMatchObject({ code: 'not_found' });
      await world.client.query(`update session set class = 'safety-restricted' where id = $1`, [sessionId]);
      await expect(begin.run(therapist.context, sessionId)).rejects.toMatchObject({ code: 'wrong_state' });
    });

    it('is written by whoever began it and read by the team', async () => {
      const beside = await world.staff('co-therapist');
      await world.assign(beside, family.id, 'co-therapist');
      const supervisor = await world.staff('supervisor');
      await world.supervise(supervisor, therapist);
      const id = await draft();
      await expect(write.add(beside.context, id, line('More.'))).rejects.toMatchObject({ code: 'forbidden' });
      expect((await page(supervisor)).summary).toMatchObject({ mayWrite: false, mayShare: false });
      await expect(write.add(supervisor.context, id, line('More.'))).rejects.toMatchObject({ code: 'forbidden' });
      await expect(page(other)).rejects.toMatchObject({ code: 'not_found' });
      await expect(write.add(other.context, id, line('More.'))).rejects.toMatchObject({ code: 'not_found' });
      await expect(
        write.add(therapist.context, id, line('More.', { aboutMemberId: randomUUID() })),
      ).rejects.toMatchObject({ code: 'not_found' });
    });
  });
});
