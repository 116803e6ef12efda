import { randomUUID } from 'node:crypto';
import { Global, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { AccessModule, AuthDatabase, hashPassword } from '@kinfold/access/api';
import { FAMILY_ENTITIES } from '@kinfold/families/api';
import { formatOf } from '@kinfold/notes/domain';
import { SESSION_ENTITIES } from '@kinfold/sessions/api';
import {
  CONFIG,
  Database,
  DataKeys,
  enterText,
  INSTALLATION_KEY,
  installationKey,
  readConfig,
  Sql,
  statement,
  UnitOfWork,
  Vault,
} from '@kinfold/shared/api';
import {
  createTestDatabase,
  type TestDatabase,
  World,
  type WorldAccount,
  type WorldFamily,
} from '@kinfold/shared/testing';
import { AddAddendum } from './add-addendum/add-addendum';
import { BeginNote } from './begin-note/begin-note';
import { NOTE_ENTITIES } from './entities';
import type { NoteAnswer, SectionSavedAnswer } from './notes.answers';
import { NotesModule } from './notes.module';
import { OpenNote } from './open-note/open-note';
import { SaveSection } from './save-section/save-section';
import { SignNote } from './sign-note/sign-note';

export const PASSWORD = 'four chairs and a window';
export const ADDRESS = '127.0.0.1';

const MOMENT = statement(
  'builder-moment',
  `insert into moment (clinic_id, id, session_id, family_id, member_id, kind, technique, class, words_sealed, at, recorded_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now(), $10)`,
);

/** A therapist with a family and a session of theirs. */
export interface Case {
  readonly therapist: WorldAccount;
  readonly family: WorldFamily;
  readonly sessionId: string;
}

/** A clinic on a database of its own, with the slice as the application puts it together. */
export class NotesClinic {
  private constructor(
    private readonly test: TestDatabase,
    readonly world: World,
    private readonly app: INestApplicationContext,
    private readonly database: Database,
    private readonly auth: AuthDatabase,
    private readonly passwordHash: string,
  ) {}

  static async open(): Promise<NotesClinic> {
    const test = await createTestDatabase();
    const database = await Database.open(test.urls.app, [...FAMILY_ENTITIES, ...SESSION_ENTITIES, ...NOTE_ENTITIES]);
    const auth = AuthDatabase.open(test.urls.auth);
    const { app, auth: authUrl, migrator } = test.urls;
    const config = readConfig({ DATABASE_URL: app, DATABASE_AUTH_URL: authUrl, DATABASE_MIGRATOR_URL: migrator }, '/');
    const values = [
      { provide: CONFIG, useValue: config },
      { provide: INSTALLATION_KEY, useValue: installationKey(Buffer.alloc(32, 7)) },
      { provide: Database, useValue: database },
      { provide: AuthDatabase, useValue: auth },
    ];
    const services = [DataKeys, Sql, UnitOfWork, Vault];
    @Global()
    @Module({
      providers: [...values, ...services],
      exports: [CONFIG, INSTALLATION_KEY, Database, AuthDatabase, ...services],
    })
    class Foundation {}
    @Module({ imports: [Foundation, AccessModule, NotesModule] })
    class Clinic {}
    const context = await NestFactory.createApplicationContext(Clinic, { logger: false });
    return new NotesClinic(
      test,
      await World.in(test.superuserUrl),
      context,
      database,
      auth,
      await hashPassword(PASSWORD),
    );
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.close();
    await this.auth.close();
    await this.world.close();
    await this.test.drop();
  }

  /** A clinician who can prove who they are. */
  async clinician(...roles: readonly string[]): Promise<WorldAccount> {
    const account = await this.world.staff(...roles);
    await this.world.client.query(
      `insert into credential (clinic_id, account_id, surface, email_lookup, email_sealed, password_hash)
       values ($1, $2, 'staff', sha256($3::bytea), ''::bytea, $4)`,
      [this.world.clinicId, account.id, Buffer.from(account.id), this.passwordHash],
    );
    return account;
  }

  /** A session with everybody there, unless told. */
  async case(options: { status?: string; startsInHours?: number; attendance?: boolean } = {}): Promise<Case> {
    const therapist = await this.clinician('therapist');
    const family = await this.world.family({ therapist });
    const { status = 'closed', startsInHours, attendance = true } = options;
    const sessionId = await this.world.session(family, therapist, { status, startsInHours });
    if (attendance) for (const member of family.members) await this.attend(therapist, family.id, sessionId, member.id);
    return { therapist, family, sessionId };
  }

  async attend(
    by: WorldAccount,
    familyId: string,
    sessionId: string,
    memberId: string,
    status = 'present',
  ): Promise<void> {
    await this.world.client.query(
      `insert into attendance (clinic_id, session_id, member_id, family_id, status, recorded_by) values ($1, $2, $3, $4, $5, $6)`,
      [this.world.clinicId, sessionId, memberId, familyId, status, by.id],
    );
  }

  async moment(
    { therapist, family, sessionId }: Case,
    kind: string,
    words: string | null,
    memberId: string | null = null,
    held = 'shared',
  ): Promise<void> {
    await this.app.get(UnitOfWork).run(therapist.context, async (tx) => {
      const id = randomUUID();
      const place = { table: 'moment', column: 'words_sealed', familyId: family.id, rowId: id, memberId };
      const sealed = words === null ? null : await this.app.get(Vault).seal(tx, place, words);
      await tx.change(MOMENT, [
        this.world.clinicId,
        id,
        sessionId,
        family.id,
        memberId,
        kind,
        null,
        held,
        sealed,
        therapist.id,
      ]);
      await tx.audit({});
    });
  }

  async begin(who: WorldAccount, sessionId: string): Promise<string> {
    return (await this.app.get(BeginNote).run(who.context, sessionId)).id;
  }

  async read(who: WorldAccount, noteId: string): Promise<NoteAnswer> {
    return JSON.parse(await this.app.get(OpenNote).run(who.context, noteId));
  }

  save(
    who: WorldAccount,
    familyId: string,
    noteId: string,
    text: string,
    over: { sectionId?: string; version?: number; section?: string; memberId?: string | null } = {},
  ): Promise<SectionSavedAnswer> {
    const { sectionId = randomUUID(), version = 0, section = 'risk', memberId = null } = over;
    return this.app
      .get(SaveSection)
      .run(who.context, { familyId, noteId, sectionId }, version, { section, memberId, text });
  }

  sign(who: WorldAccount, noteId: string, password = PASSWORD): Promise<unknown> {
    return this.app.get(SignNote).run({ ...who.context, auditEvent: 'note.signed' }, noteId, password, ADDRESS);
  }

  add(who: WorldAccount, noteId: string, text: string, memberId: string | null = null): Promise<unknown> {
    return this.app.get(AddAddendum).run(who.context, noteId, { memberId, text });
  }

  /** A note with every required section written by its author, ready to be signed. */
  async written(held: Case): Promise<string> {
    const { therapist, family, sessionId } = held;
    const noteId = await this.begin(therapist, sessionId);
    const { sections } = await this.read(therapist, noteId);
    for (const { id, scope, required } of formatOf('family').sections) {
      for (const memberId of scope === 'family' ? [null] : family.members.map((member) => member.id)) {
        const known = sections.some((written) => written.section === id && written.memberId === memberId);
        if (required && !known)
          await this.save(therapist, family.id, noteId, `${id} as it was`, { section: id, memberId });
      }
    }
    return noteId;
  }

  /** Runs a statement as the application's database role, in the name of an account; nothing stays. */
  async asApplication(who: WorldAccount, sql: string, values: readonly unknown[] = []): Promise<number> {
    const client = new Client({ connectionString: this.test.urls.app });
    await client.connect();
    try {
      await client.query(enterText(who.context));
      return (await client.query(sql, [...values])).rowCount ?? 0;
    } finally {
      await client.query('rollback');
      await client.end();
    }
  }
}
