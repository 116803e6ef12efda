import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  clinicDay,
  compartment,
  createTemporaryDatabaseServer,
  ensureKeyFile,
  open,
  readKeyFile,
  type TemporaryDatabaseServer,
  unwrapKey,
} from '@kinfold/shared/api';
import { Client } from 'pg';

/** Somebody who is signed in. */
export interface Actor {
  readonly accountId: string;
  readonly cookie: string;
}

/** A family that its therapist opens. */
export interface Opening {
  readonly actor: Actor;
  readonly familyId: string;
}

/** A section of a draft that is not written yet. */
export interface Writing extends Opening {
  readonly noteId: string;
  readonly section: string;
  readonly memberId: string | null;
}

export interface BenchClinic {
  readonly server: TemporaryDatabaseServer;
  readonly folder: string;
  readonly keyFile: string;
  readonly clinicId: string;
  readonly zone: string;
  readonly today: string;
  readonly loading: { readonly rows: number; readonly seconds: number };
  readonly desk: Actor;
  readonly therapists: readonly Actor[];
  readonly openings: readonly Opening[];
  readonly writings: readonly Writing[];
  /** Beginnings of names with at least twenty hits. */
  readonly searches: readonly string[];
  /** Connected as the migrator. */
  readonly client: Client;
  close(): Promise<void>;
}

/** What the built programs bring: they are made apart from this one. */
export interface Built {
  readonly migrate: (migratorUrl: string) => Promise<unknown>;
  readonly loadClinic: (request: {
    readonly migratorUrl: string;
    readonly keyFile: string;
    readonly wishes: object;
  }) => Promise<{ readonly clinicId: string; readonly rows: number }>;
}

const ZONE = 'Europe/Madrid';

/** Starts a database of its own, durable as a real one, and fills it: families of five members with twenty sessions each. */
export async function makeClinic(families: number, { migrate, loadClinic }: Built): Promise<BenchClinic> {
  const server = await createTemporaryDatabaseServer({ durable: true });
  const folder = mkdtempSync(join(tmpdir(), 'kinfold-bench-'));
  const keyFile = join(folder, 'kinfold.key');
  ensureKeyFile(keyFile);
  await migrate(server.urls.migrator);
  const today = clinicDay({ clinicZone: ZONE });
  const began = performance.now();
  const wishes = { seed: 1, families, today, zone: ZONE, language: 'en', even: { members: 5, sessions: 20 } } as const;
  const { clinicId, rows } = await loadClinic({ migratorUrl: server.urls.migrator, keyFile, wishes });
  const loading = { rows, seconds: (performance.now() - began) / 1_000 };
  const client = new Client({ connectionString: server.urls.migrator });
  await client.connect();
  await plainDecisions(client, clinicId, keyFile);
  const actors = await signIn(client, clinicId);
  const therapists = actors.filter(({ role }) => role === 'therapist');
  const desk = actors.find(({ role }) => role === 'front-desk');
  if (!desk) throw new Error('Nobody sits at the desk');
  await beginDrafts(client, clinicId);
  const base = { server, folder, keyFile, clinicId, zone: ZONE, today, loading, client };
  return {
    ...base,
    desk,
    therapists,
    openings: await openings(client, clinicId, therapists),
    writings: await writings(client, clinicId, therapists),
    searches: await searches(client, clinicId),
    close: async () => {
      await client.end();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The limit reads decisions in plain text: a table of their own, which the application does not know. */
async function plainDecisions(client: Client, clinicId: string, keyFile: string): Promise<void> {
  const { wrapping } = readKeyFile(keyFile);
  await client.query(
    'create table bench_decision (clinic_id uuid, moment_id uuid, words text not null, primary key (clinic_id, moment_id))',
  );
  const { rows } = await client.query<{ id: string; familyId: string; sealed: Buffer; wrapped: Buffer }>(
    `select m.id, m.family_id as "familyId", m.words_sealed as sealed, k.wrapped
     from moment m join data_key k on k.clinic_id = m.clinic_id and k.compartment = 'family:' || m.family_id
     where m.clinic_id = $1 and m.kind = 'agreement' and m.member_id is null`,
    [clinicId],
  );
  const words = rows.map(({ id: rowId, familyId, sealed, wrapped }) => {
    const key = unwrapKey(wrapping, clinicId, compartment.family(familyId), wrapped);
    return open(key, { table: 'moment', column: 'words_sealed', clinicId, familyId, rowId }, sealed);
  });
  await client.query('insert into bench_decision select $1, * from unnest($2::uuid[], $3::text[])', [
    clinicId,
    rows.map(({ id }) => id),
    words,
  ]);
  await client.query('analyze bench_decision');
}

interface FoundAccount {
  readonly id: string;
  readonly role: string;
}

/** Everybody of the staff gets a session, as sign-in would have begun it. */
async function signIn(client: Client, clinicId: string): Promise<(Actor & { readonly role: string })[]> {
  const { rows } = await client.query<FoundAccount>(
    `select a.id, r.role from account a join account_role r on r.clinic_id = a.clinic_id and r.account_id = a.id
     where a.clinic_id = $1 and a.surface = 'staff' order by a.created_at, a.id`,
    [clinicId],
  );
  const signedIn = rows.map(({ id: accountId, role }) => ({
    accountId,
    role,
    token: randomBytes(32).toString('base64url'),
  }));
  await client.query(
    `insert into sign_in_session (clinic_id, id, account_id, surface, token_hash, idle_minutes, ends_at)
     select $1, gen_random_uuid(), account, 'staff', hash, 30, now() + interval '8 hours' from unnest($2::uuid[], $3::bytea[]) as t (account, hash)`,
    [
      clinicId,
      signedIn.map(({ accountId }) => accountId),
      signedIn.map(({ token }) => createHash('sha256').update(token).digest()),
    ],
  );
  return signedIn.map(({ accountId, role, token }) => ({ accountId, role, cookie: `__Host-kinfold-staff=${token}` }));
}

async function openings(client: Client, clinicId: string, therapists: readonly Actor[]): Promise<Opening[]> {
  const { rows } = await client.query<{ familyId: string; accountId: string }>(
    `select family_id as "familyId", account_id as "accountId" from assignment where clinic_id = $1 and part = 'therapist' order by md5(id::text)`,
    [clinicId],
  );
  return rows.flatMap(({ familyId, accountId }) => {
    const actor = therapists.find((one) => one.accountId === accountId);
    return actor ? [{ actor, familyId }] : [];
  });
}

/** A draft for every session that is still to come, without a word in it. */
async function beginDrafts(client: Client, clinicId: string): Promise<void> {
  await client.query(
    `with begun as (
       insert into progress_note (clinic_id, id, family_id, session_id, format, state, created_by)
       select clinic_id, gen_random_uuid(), family_id, id, 'family', 'draft', created_by from session where clinic_id = $1 and status = 'planned'
       returning clinic_id, id, family_id, created_by)
     insert into note_author (clinic_id, note_id, account_id, family_id) select clinic_id, id, created_by, family_id from begun`,
    [clinicId],
  );
  await client.query('truncate draft_section');
  await client.query('analyze progress_note, note_author');
}

async function writings(client: Client, clinicId: string, therapists: readonly Actor[]): Promise<Writing[]> {
  const { rows } = await client.query<Omit<Writing, 'actor'> & { accountId: string }>(
    `select n.family_id as "familyId", n.id as "noteId", n.created_by as "accountId", x.section, x.member as "memberId"
     from progress_note n join session s on s.clinic_id = n.clinic_id and s.id = n.session_id and s.status = 'planned'
       cross join lateral (
         select section, null::uuid as member from unnest(array['worked-on', 'happened', 'decided', 'risk', 'plan']) as section
         union all
         select section, m.member_id from session_member m cross join unnest(array['response', 'member-risk', 'member-steps']) as section
         where m.clinic_id = n.clinic_id and m.session_id = n.session_id) x
     where n.clinic_id = $1 order by md5(n.id::text || x.section || coalesce(x.member::text, ''))`,
    [clinicId],
  );
  return rows.flatMap(({ accountId, ...writing }) => {
    const actor = therapists.find((one) => one.accountId === accountId);
    return actor ? [{ ...writing, actor }] : [];
  });
}

async function searches(client: Client, clinicId: string): Promise<string[]> {
  const { rows } = await client.query<{ word: string }>(
    `select left(token, 3) as word from name_token where clinic_id = $1 and length(token) > 3
     group by 1 having count(distinct family_id) >= 20 order by 1`,
    [clinicId],
  );
  return rows.map(({ word }) => word);
}
