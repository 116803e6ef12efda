import { randomUUID } from 'node:crypto';
import { Policy } from '@kinfold/access/api';
import { CONSENT_ENTITIES } from '@kinfold/consent/api';
import { Database, DataKeys, installationKey, Sql, statement, UnitOfWork, Vault } from '@kinfold/shared/api';
import { createTestDatabase, type TestDatabase, World, type WorldAccount, type WorldFamily, type WorldMember } from '@kinfold/shared/testing';
import { ArrangeLines } from './draft/arrange-lines';
import { BeginSummary } from './draft/begin-summary';
import { Draft } from './draft/draft';
import { WriteLine } from './draft/write-line';
import { OpenSummaryPage } from './editor/open-summary-page';
import { SUMMARY_ENTITIES } from './entities';
import { ListSummaries } from './list/list-summaries';
import { AnswerLine } from './portal/answer-line';
import { ListMySummaries } from './portal/list-my-summaries';
import { ReadMySummary } from './portal/read-my-summary';
import type { MySummaryAnswer, MySummaryListAnswer } from './portal.answers';
import { ReleaseSummary } from './release/release-summary';
import { WithdrawSummary } from './release/withdraw-summary';
import type { SummaryDocumentAnswer, SummaryPageAnswer } from './staff.answers';
import type { LineRequest } from './summaries.requests';

const line = (text: string, over: Partial<LineRequest> = {}): LineRequest => ({ kind: 'went-well', aboutMemberId: null, askedAlone: false, text, ...over });

describe('summaries', () => {
  let test: TestDatabase;
  let world: World;
  let database: Database;
  let unitOfWork: UnitOfWork;
  let vault: Vault;
  let begin: BeginSummary;
  let write: WriteLine;
  let arrange: ArrangeLines;
  let open: OpenSummaryPage;
  let list: ListSummaries;
  let release: ReleaseSummary;
  let withdraw: WithdrawSummary;
  let myList: ListMySummaries;
  let myRead: ReadMySummary;
  let answer: AnswerLine;

  let therapist: WorldAccount;
  let other: WorldAccount;
  let family: WorldFamily;
  let sessionId: string;
  let [ana, marco, rosa]: WorldMember[] = [];
  let anaReads: WorldAccount;
  let marcoReads: WorldAccount;
  let rosaReads: WorldAccount;

  const some = <T>(value: T | null | undefined): T => {
    if (value === null || value === undefined) throw new Error('Expected something here');
    return value;
  };
  const page = (who = therapist): Promise<SummaryPageAnswer> => open.run(who.context, sessionId);
  const document = async (): Promise<SummaryDocumentAnswer> => some((await page()).summary);
  const listed = async (who: WorldAccount): Promise<MySummaryListAnswer['items']> => JSON.parse(await myList.run(who.context)).items;
  const read = (who: WorldAccount, id: string): Promise<MySummaryAnswer> => myRead.run(who.context, id);
  const consent = (giver: WorldMember | undefined, ...recipients: (WorldMember | undefined)[]): Promise<string> =>
    world.consent(family, some(giver), recipients.map(some), { witness: therapist });
  const revoke = (consentId: string): Promise<unknown> =>
    world.client.query(
      `insert into consent_revocation (clinic_id, id, consent_id, family_id, how, recorded_by) values ($1, $2, $3, $4, 'phone', $5)`,
      [world.clinicId, randomUUID(), consentId, family.id, therapist.id],
    );
  /** Opens with a line about the family, then one about Ana; Ana and Marco took part. */
  const draft = async (): Promise<string> => {
    const { id } = await begin.run(therapist.context, sessionId);
    await write.add(therapist.context, id, line('You listened to each other.'));
    await write.add(therapist.context, id, line('Ana calls her sister on Sunday.', { kind: 'homework', aboutMemberId: some(ana).id, askedAlone: true }));
    return id;
  };
  const share = async (id: string, ...members: (WorldMember | undefined)[]): Promise<void> =>
    release.run(therapist.context, id, (await document()).version, members.map((member) => some(member).id));
  /** What the application's role sees of the tables of summaries when nothing but SQL is asked. */
  const seenBySql = (who: WorldAccount): Promise<Record<string, number>> =>
    unitOfWork.run(who.context, async (tx) => {
      const counts: Record<string, number> = {};
      for (const table of ['summary', 'summary_line', 'summary_line_subject', 'summary_recipient', 'summary_answer', 'consent', 'consent_recipient', 'disclosure']) {
        const [row] = await tx.rows<{ count: number }>(statement(`count-${table}`, `select count(*)::int as count from ${table}`), []);
        counts[table] = row?.count ?? -1;
      }
      await tx.audit({});
      return counts;
    });
  const nothing = { summary: 0, summary_line: 0, summary_line_subject: 0, summary_recipient: 0, summary_answer: 0, consent: 0, consent_recipient: 0, disclosure: 0 };

  beforeAll(async () => {
    test = await createTestDatabase();
    world = await World.in(test.superuserUrl);
    database = await Database.open(test.urls.app, [...SUMMARY_ENTITIES, ...CONSENT_ENTITIES]);
    unitOfWork = new UnitOfWork(database);
    vault = new Vault(new DataKeys(installationKey(Buffer.alloc(32, 7))));
    const sql = new Sql(database);
    const policy = new Policy();
    const drafts = new Draft(policy);
    begin = new BeginSummary(unitOfWork, policy, vault);
    write = new WriteLine(unitOfWork, drafts, vault);
    arrange = new ArrangeLines(unitOfWork, drafts);
    open = new OpenSummaryPage(unitOfWork, policy, vault);
    list = new ListSummaries(sql);
    release = new ReleaseSummary(unitOfWork, drafts, vault);
    withdraw = new WithdrawSummary(unitOfWork, policy);
    myList = new ListMySummaries(sql);
    myRead = new ReadMySummary(unitOfWork, vault);
    answer = new AnswerLine(unitOfWork, vault);
    other = await world.staff('therapist');
  });

  beforeEach(async () => {
    therapist = await world.staff('therapist');
    family = await world.family({ therapist, members: 3 });
    [ana, marco, rosa] = family.members;
    anaReads = await world.portal(some(ana), 'person-in-recovery');
    marcoReads = await world.portal(some(marco));
    rosaReads = await world.portal(some(rosa));
    sessionId = await world.session(family, therapist, { status: 'closed' });
    await world.attended(family, sessionId, [some(ana), some(marco)], therapist);
    await world.attended(family, sessionId, [some(rosa)], therapist, 'told-us-before');
  });

  afterAll(async () => {
    await database.close();
    await world.close();
    await test.drop();
  });

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

    it('FC-05 numbers without gaps and leaves no trace when a line is not this reader\'s', async () => {
      await consent(marco, ana);
      const id = await begin.run(therapist.context, sessionId).then((begun) => begun.id);
      await write.add(therapist.context, id, line('You listened to each other.'));
      await write.add(therapist.context, id, line('Marco rests on Friday.', { aboutMemberId: some(marco).id, askedAlone: true, kind: 'homework' }));
      await write.add(therapist.context, id, line('Dinner on Sundays.', { aboutMemberId: some(ana).id, askedAlone: true, kind: 'decision' }));
      await share(id, ana, marco);
      const marcos = await read(marcoReads, id);
      expect(marcos.lines.map(({ number, text }) => [number, text])).toEqual([[1, 'Marco rests on Friday.']]);
      const anas = await read(anaReads, id);
      expect(anas.lines.map(({ number, kind }) => [number, kind])).toEqual([[1, 'went-well'], [2, 'homework'], [3, 'decision']]);
      expect(Object.keys(marcos).sort()).toEqual(Object.keys(anas).sort());
      const hidden = some(anas.lines[2]).id;
      await expect(answer.run(marcoReads.context, id, hidden, { answer: 'agree', words: null })).rejects.toMatchObject({ code: 'not_found' });
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
        world.client.query(`update consent set expires_on = (now() at time zone 'Europe/Madrid')::date + $2::int where id = $1`, [given, days]);
      await endsIn(1);
      await read(marcoReads, id);
      await endsIn(0);
      await expect(read(marcoReads, id)).rejects.toMatchObject({ code: 'not_found' });
    });

    it('asks the day of the clinic when it is already tomorrow there', async () => {
      const given = await consent(ana, marco);
      const id = await draft();
      await share(id, marco);
      const inZone = (zone: string): Promise<MySummaryAnswer> => myRead.run({ ...marcoReads.context, clinicZone: zone }, id);
      await world.client.query(`update consent set signed_on = current_date - 5, expires_on = (now() at time zone 'Pacific/Kiritimati')::date where id = $1`, [given]);
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
      await world.client.query('update consent_recipient set recipient_member_id = $2 where family_id = $1', [family.id, some(rosa).id]);
      await expect(read(marcoReads, id)).rejects.toMatchObject({ code: 'not_found' });
      const other_family = await world.consent(foreign, some(ana), [some(marco)], { witness: therapist });
      await expect(read(marcoReads, id)).rejects.toMatchObject({ code: 'not_found' });
      const not_yet = await world.consent(family, some(ana), [some(marco)], { witness: therapist, signedDaysAgo: -1 });
      await expect(read(marcoReads, id)).rejects.toMatchObject({ code: 'not_found' });
      await expect(world.client.query('update consent set text_hash = $2 where id = $1', [other_family, Buffer.alloc(3)])).rejects.toMatchObject({ code: '23514' });
      await expect(world.client.query('update consent set expires_on = signed_on + 800 where id = $1', [not_yet])).rejects.toMatchObject({ code: '23514' });
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

  describe('sharing', () => {
    it('CN-09 writes one row for each subject whose information a recipient reads, and one\'s own is no disclosure', async () => {
      const first = await consent(ana, marco, rosa);
      const second = await consent(marco, rosa);
      const id = await draft();
      await share(id, ana, marco, rosa);
      const { rows } = await world.client.query(
        'select subject_member_id, recipient_member_id, consent_id, notice_version, disclosed_by from disclosure where summary_id = $1', [id],
      );
      const expected = [[ana, marco, first], [ana, rosa, first], [marco, rosa, second]] as const;
      expect(rows).toHaveLength(3);
      for (const [subject, recipient, consentId] of expected) {
        expect(rows).toContainEqual({
          subject_member_id: some(subject).id, recipient_member_id: some(recipient).id, consent_id: consentId, notice_version: '2026-1', disclosed_by: therapist.id,
        });
      }
    });

    it('CN-09 writes down at the reading what a later consent opened, once', async () => {
      await consent(ana, rosa);
      const id = await draft();
      await share(id, rosa);
      expect((await read(rosaReads, id)).lines).toHaveLength(1);
      const later = await consent(marco, rosa);
      await read(rosaReads, id);
      expect((await read(rosaReads, id)).lines).toHaveLength(2);
      const { rows } = await world.client.query('select subject_member_id, consent_id from disclosure where summary_id = $1 order by disclosed_at', [id]);
      expect(rows).toEqual([{ subject_member_id: some(ana).id, consent_id: expect.any(String) }, { subject_member_id: some(marco).id, consent_id: later }]);
    });

    it.each<[string, string, (id: string) => Promise<unknown>]>([
      ['it does not open well', 'opening_missing', async (id) => {
        const { lines, version } = await document();
        return arrange.order(therapist.context, id, version, lines.map((each) => each.id).reverse());
      }],
      ['a member was not asked alone', 'not_asked_alone', (id) => write.add(therapist.context, id, line('Marco rests.', { aboutMemberId: some(marco).id }))],
      ['a reader would read too much', 'too_many_words', async (id) => {
        for (let count = 0; count < 3; count++) await write.add(therapist.context, id, line('so '.repeat(90)));
      }],
      ['nobody took part', 'attendance_missing', () => world.attended(family, sessionId, [some(ana), some(marco)], therapist, 'did-not-come')],
    ])('is refused and changes nothing when %s', async (_, code, spoil) => {
      await consent(ana, marco);
      const id = await draft();
      await spoil(id);
      await expect(share(id, marco)).rejects.toMatchObject({ code, kind: 'conflict' });
      const { rows } = await world.client.query(
        `select (select state from summary where id = $1), (select count(*)::int from summary_recipient where summary_id = $1) as recipients,
           (select count(*)::int from summary_line_subject where summary_id = $1) as subjects, (select count(*)::int from disclosure where summary_id = $1) as disclosures`, [id],
      );
      expect(rows).toEqual([{ state: 'draft', recipients: 0, subjects: 0, disclosures: 0 }]);
    });

    it('is refused when the summary changed after it was looked at', async () => {
      await consent(ana, marco);
      const id = await draft();
      const { version } = await document();
      await write.add(therapist.context, id, line('One more.'));
      await expect(release.run(therapist.context, id, version, [some(marco).id])).rejects.toMatchObject({ code: 'version_stale' });
    });

    it('is refused for another family\'s member and leaves the draft as it was', async () => {
      const foreign = await world.family({ therapist });
      const id = await draft();
      await expect(share(id, foreign.members[0])).rejects.toMatchObject({ code: 'not_found' });
      await expect(release.run(other.context, id, (await document()).version, [some(ana).id])).rejects.toMatchObject({ code: 'not_found' });
      expect((await document()).state).toBe('draft');
    });

    it('is frozen once shared, for the application\'s role as well', async () => {
      await consent(ana, marco);
      const id = await draft();
      await share(id, marco);
      const { lines } = await document();
      const first = some(lines[0]);
      await expect(write.change(therapist.context, id, first.id, first.version, line('Other words.'))).rejects.toMatchObject({ code: 'wrong_state' });
      await expect(write.add(therapist.context, id, line('One more.'))).rejects.toMatchObject({ code: 'wrong_state' });
      await expect(arrange.takeOut(therapist.context, id, first.id, first.version)).rejects.toMatchObject({ code: 'wrong_state' });
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

    it('is nobody\'s any more when it is taken back, and another can be written', async () => {
      await consent(ana, marco);
      const id = await draft();
      await expect(withdraw.run(therapist.context, id, (await document()).version, 'mistake')).rejects.toMatchObject({ code: 'wrong_state' });
      await share(id, marco);
      await expect(begin.run(therapist.context, sessionId)).rejects.toMatchObject({ code: 'summary_exists' });
      await expect(withdraw.run(therapist.context, id, 99, 'mistake')).rejects.toMatchObject({ code: 'version_stale' });
      await expect(withdraw.run(other.context, id, 1, 'mistake')).rejects.toMatchObject({ code: 'not_found' });
      await withdraw.run(therapist.context, id, (await document()).version, 'mistake');
      await expect(read(marcoReads, id)).rejects.toMatchObject({ code: 'not_found' });
      expect((await page()).summary).toBeNull();
      await expect(begin.run(therapist.context, sessionId)).resolves.toMatchObject({ id: expect.any(String) });
      const { rows } = await world.client.query('select count(*)::int as kept from disclosure where summary_id = $1', [id]);
      expect(rows).toEqual([{ kept: 1 }]);
    });

    it('begins once when two begin at the same moment', async () => {
      const both = await Promise.allSettled([1, 2].map(() => begin.run(therapist.context, sessionId)));
      expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(both.find((each) => each.status === 'rejected')).toMatchObject({ reason: { code: 'summary_exists' } });
    });
  });

  describe('writing', () => {
    it('shows what each member would read and who has not permitted it', async () => {
      await consent(ana, marco);
      await draft();
      const { members, summary } = await page();
      expect(members.map((member) => [member.id, member.tookPart])).toEqual(
        expect.arrayContaining([[some(ana).id, true], [some(marco).id, true], [some(rosa).id, false]]),
      );
      const { lines, readers, mayWrite, mayShare, mayWithdraw } = some(summary);
      const [all, anas] = lines.map((each) => each.id);
      const readerOf = (member: WorldMember | undefined) => readers.find((reader) => reader.memberId === some(member).id);
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
      for (const [account, member] of [[anaReads, ana], [marcoReads, marco], [rosaReads, rosa]] as const) {
        const seen = (await read(account, id)).lines.map((each) => some(texts.get(each.text)));
        expect([...seen].sort()).toEqual([...some(before.find((reader) => reader.memberId === some(member).id)).lineIds].sort());
      }
    });

    it('changes, orders and removes lines with their versions', async () => {
      const id = await draft();
      const [first, second] = (await document()).lines;
      const text = line('You heard each other.', { kind: 'decision' });
      expect(await write.change(therapist.context, id, some(first).id, 1, text)).toMatchObject({ lineVersion: 2 });
      await expect(write.change(therapist.context, id, some(first).id, 1, text)).rejects.toMatchObject({ code: 'version_stale' });
      const { version } = await document();
      await expect(arrange.order(therapist.context, id, version, [some(first).id])).rejects.toMatchObject({ kind: 'invalid' });
      await expect(arrange.order(therapist.context, id, version - 1, [some(second).id, some(first).id])).rejects.toMatchObject({ code: 'version_stale' });
      await arrange.order(therapist.context, id, version, [some(second).id, some(first).id]);
      expect((await document()).lines.map((each) => each.text)).toEqual(['Ana calls her sister on Sunday.', 'You heard each other.']);
      await expect(arrange.takeOut(therapist.context, id, some(second).id, 9)).rejects.toMatchObject({ code: 'version_stale' });
      await arrange.takeOut(therapist.context, id, some(second).id, 1);
      await expect(write.change(therapist.context, id, some(second).id, 2, text)).rejects.toMatchObject({ code: 'not_found' });
      await write.add(therapist.context, id, line('Third.'));
      expect((await document()).lines.map((each) => each.text)).toEqual(['You heard each other.', 'Third.']);
      const { rows } = await world.client.query('select position from summary_line where summary_id = $1 and removed_at is null order by position', [id]);
      expect(rows.map((row) => row.position)).toEqual([1, 2]);
    });

    it('keeps the words sealed under the key of whom they are about', async () => {
      const id = await draft();
      const { rows } = await world.client.query('select text_sealed, about_member_id from summary_line where summary_id = $1', [id]);
      for (const row of rows) expect(row.text_sealed.includes(Buffer.from('sister'))).toBe(false);
      const moved = some((await document()).lines[1]);
      await write.change(therapist.context, id, moved.id, 1, line('About Marco now.', { aboutMemberId: some(marco).id }));
      expect((await document()).lines[1]).toMatchObject({ text: 'About Marco now.', aboutMemberId: some(marco).id, askedAlone: false });
    });

    it('offers agreements and homework that were said before everybody', async () => {
      await unitOfWork.run(therapist.context, async (tx) => {
        const moments = [['agreement', null, 'shared'], ['homework', some(ana).id, 'shared'], ['homework', some(ana).id, 'individual-confidential'], ['quote', null, 'shared']] as const;
        for (const [kind, memberId, kept] of moments) {
          const rowId = randomUUID();
          const sealed = await vault.seal(tx, { table: 'moment', column: 'words_sealed', familyId: family.id, rowId, memberId }, `${kind} ${kept}`);
          await tx.change(
            statement('test-moment', `insert into moment (clinic_id, id, session_id, family_id, member_id, kind, class, words_sealed, at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, now(), $9)`),
            [world.clinicId, rowId, sessionId, family.id, memberId, kind, kept, sealed, therapist.id],
          );
        }
        await tx.audit({});
      });
      const offered = (await page()).suggestions.map(({ kind, memberId, text }) => [kind, memberId, text]);
      expect(offered).toHaveLength(2);
      expect(offered).toEqual(expect.arrayContaining([['decision', null, 'agreement shared'], ['homework', some(ana).id, 'homework shared']]));
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
      await expect(write.add(therapist.context, id, line('More.', { aboutMemberId: randomUUID() }))).rejects.toMatchObject({ code: 'not_found' });
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
      await answer.run(marcoReads.context, id, lineId, { answer: 'remember-differently', words: 'It was Ana who began.' });
      const mine = some((await read(marcoReads, id)).lines.find((each) => each.id === lineId)).answer;
      expect(mine).toEqual({ answer: 'remember-differently', words: 'It was Ana who began.' });
      const staff = some((await document()).lines.find((each) => each.id === lineId)).answers;
      expect(staff).toMatchObject([{ memberId: some(marco).id, answer: 'remember-differently', words: 'It was Ana who began.' }]);
      expect((await read(rosaReads, id)).lines.every((each) => each.answer === null)).toBe(true);
      expect((await seenBySql(rosaReads))['summary_answer']).toBe(0);
      expect(JSON.parse(await list.run(therapist.context, family.id)).items).toMatchObject([{ summaryId: id, state: 'released', answers: 1, otherwise: 1 }]);
      const { rows } = await world.client.query('select words_sealed from summary_answer where summary_id = $1 and words_sealed is not null', [id]);
      expect(rows[0].words_sealed.includes(Buffer.from('began'))).toBe(false);
    });

    it('is not found when the line, the summary or the reader is another', async () => {
      await consent(ana, marco);
      const id = await draft();
      await share(id, marco);
      const lineId = some((await document()).lines[0]).id;
      const agree = { answer: 'agree' as const, words: null };
      await expect(answer.run(rosaReads.context, id, lineId, agree)).rejects.toMatchObject({ code: 'not_found' });
      await expect(answer.run(marcoReads.context, randomUUID(), lineId, agree)).rejects.toMatchObject({ code: 'not_found' });
      await expect(answer.run(marcoReads.context, id, randomUUID(), agree)).rejects.toMatchObject({ code: 'not_found' });
      const { rows } = await world.client.query('select 1 from summary_answer where summary_id = $1', [id]);
      expect(rows).toEqual([]);
    });
  });
});
