import { randomUUID } from 'node:crypto';
import { Policy } from '@kinfold/access/api';
import { CONSENT_ENTITIES } from '@kinfold/consent/api';
import { Database, DataKeys, installationKey, Sql, statement, UnitOfWork, Vault } from '@kinfold/shared/api';
import {
  createTestDatabase,
  type TestDatabase,
  World,
  type WorldAccount,
  type WorldFamily,
  type WorldMember,
} from '@kinfold/shared/testing';
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

/**
 * The stage of the specs of summaries: Ana is in recovery, Marco and Rosa are relatives. Use cases are real, on a real database.
 * What changes from test to test is read through these exports, which are live.
 */

export const line = (text: string, over: Partial<LineRequest> = {}): LineRequest => ({
  kind: 'went-well',
  aboutMemberId: null,
  askedAlone: false,
  text,
  ...over,
});

export let test: TestDatabase;
export let world: World;
export let database: Database;
export let unitOfWork: UnitOfWork;
export let vault: Vault;
export let begin: BeginSummary;
export let write: WriteLine;
export let arrange: ArrangeLines;
export let open: OpenSummaryPage;
export let list: ListSummaries;
export let release: ReleaseSummary;
export let withdraw: WithdrawSummary;
export let myList: ListMySummaries;
export let myRead: ReadMySummary;
export let answer: AnswerLine;

export let therapist: WorldAccount;
export let other: WorldAccount;
export let family: WorldFamily;
export let sessionId: string;
export let ana: WorldMember | undefined;
export let marco: WorldMember | undefined;
export let rosa: WorldMember | undefined;
export let anaReads: WorldAccount;
export let marcoReads: WorldAccount;
export let rosaReads: WorldAccount;

export const some = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Error('Expected something here');
  return value;
};
export const page = (who = therapist): Promise<SummaryPageAnswer> => open.run(who.context, sessionId);
export const document = async (): Promise<SummaryDocumentAnswer> => some((await page()).summary);
export const listed = async (who: WorldAccount): Promise<MySummaryListAnswer['items']> =>
  JSON.parse(await myList.run(who.context)).items;
export const read = (who: WorldAccount, id: string): Promise<MySummaryAnswer> => myRead.run(who.context, id);
export const consent = (giver: WorldMember | undefined, ...recipients: (WorldMember | undefined)[]): Promise<string> =>
  world.consent(family, some(giver), recipients.map(some), { witness: therapist });
export const revoke = (consentId: string): Promise<unknown> =>
  world.client.query(
    `insert into consent_revocation (clinic_id, id, consent_id, family_id, how, recorded_by) values ($1, $2, $3, $4, 'phone', $5)`,
    [world.clinicId, randomUUID(), consentId, family.id, therapist.id],
  );
/** Opens with a line about the family, then one about Ana; Ana and Marco took part. */
export const draft = async (): Promise<string> => {
  const { id } = await begin.run(therapist.context, sessionId);
  await write.add(therapist.context, id, line('You listened to each other.'));
  await write.add(
    therapist.context,
    id,
    line('Ana calls her sister on Sunday.', { kind: 'homework', aboutMemberId: some(ana).id, askedAlone: true }),
  );
  return id;
};
export const share = async (id: string, ...members: (WorldMember | undefined)[]): Promise<void> =>
  release.run(
    therapist.context,
    id,
    (await document()).version,
    members.map((member) => some(member).id),
  );
/** What the application's role sees of the tables of summaries when nothing but SQL is asked. */
export const seenBySql = (who: WorldAccount): Promise<Record<string, number>> =>
  unitOfWork.run(who.context, async (tx) => {
    const counts: Record<string, number> = {};
    for (const table of [
      'summary',
      'summary_line',
      'summary_line_subject',
      'summary_recipient',
      'summary_answer',
      'consent',
      'consent_recipient',
      'disclosure',
    ]) {
      const [row] = await tx.rows<{ count: number }>(
        statement(`count-${table}`, `select count(*)::int as count from ${table}`),
        [],
      );
      counts[table] = row?.count ?? -1;
    }
    await tx.audit({});
    return counts;
  });
export const nothing = {
  summary: 0,
  summary_line: 0,
  summary_line_subject: 0,
  summary_recipient: 0,
  summary_answer: 0,
  consent: 0,
  consent_recipient: 0,
  disclosure: 0,
};

/** Sets the stage of a test file: a database of its own, and before each test a family of three, of whom Rosa did not come. */
export function setStage(): void {
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
}
