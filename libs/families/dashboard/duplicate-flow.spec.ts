import type { Problem } from '@kinfold/shared/web';
import { DuplicateFlow, identityKey, type Identity } from './duplicate-flow';

const rosa: Identity = { givenName: 'Rosa', familyName: 'Ibarra', birthDate: '1961-05-04' };
const tom: Identity = { givenName: 'Tom', familyName: 'Ibarra', birthDate: '' };
const ana: Identity = { givenName: 'Ana', familyName: 'Ibarra', birthDate: '1999-01-01' };

const warning = (...fields: readonly string[]): Problem => ({
  code: 'duplicate_person_warning',
  status: 409,
  detail: '',
  fields: fields.map((field) => ({ field, code: 'person_known', message: '' })),
  requestId: '',
  more: {},
});

describe('DuplicateFlow', () => {
  it('asks about nobody and sends nobody as looked at before the server has warned', () => {
    const flow = new DuplicateFlow();
    expect(flow.asksAbout(rosa)).toBe(false);
    expect(flow.mayGoOn([rosa])).toBe(false);
    expect(flow.open()).toBe(false);
  });

  it('asks about the members the warning names and about no other', () => {
    const flow = new DuplicateFlow();
    expect(flow.learn(warning('members.1.givenName'), [rosa, tom])).toBe(true);
    expect([rosa, tom].map((person) => flow.asksAbout(person))).toEqual([false, true]);
  });

  it('asks about the one person when the warning names a field without a place', () => {
    const flow = new DuplicateFlow();
    flow.learn(warning('givenName'), [rosa]);
    expect(flow.asksAbout(rosa)).toBe(true);
  });

  it('goes on only when everyone warned about is another person', () => {
    const flow = new DuplicateFlow();
    flow.learn(warning('members.0.givenName', 'members.1.givenName'), [rosa, tom]);
    flow.isAnother(rosa);
    expect(flow.mayGoOn([rosa, tom])).toBe(false);
    flow.isAnother(tom);
    expect(flow.mayGoOn([rosa, tom])).toBe(true);
    expect(flow.open()).toBe(false);
  });

  it('goes on without the one in question when that one is taken out', () => {
    const flow = new DuplicateFlow();
    flow.learn(warning('members.0.givenName', 'members.1.givenName'), [rosa, tom]);
    flow.isAnother(rosa);
    expect(flow.mayGoOn([rosa])).toBe(true);
  });

  it('lets the server look again when somebody was added after the warning', () => {
    const flow = new DuplicateFlow();
    flow.learn(warning('members.0.givenName'), [rosa]);
    flow.isAnother(rosa);
    expect(flow.mayGoOn([rosa, ana])).toBe(false);
  });

  it('lets the server look again when a birth date is changed after the answer', () => {
    const flow = new DuplicateFlow();
    flow.learn(warning('members.0.givenName'), [rosa]);
    flow.isAnother(rosa);
    expect(flow.mayGoOn([{ ...rosa, birthDate: '1962-05-04' }])).toBe(false);
  });

  it('remembers who is another person when a second warning names more people', () => {
    const flow = new DuplicateFlow();
    flow.learn(warning('members.0.givenName'), [rosa]);
    flow.isAnother(rosa);
    flow.learn(warning('members.0.givenName', 'members.1.givenName'), [rosa, ana]);
    expect([rosa, ana].map((person) => flow.asksAbout(person))).toEqual([false, true]);
  });

  it('is no warning when something else was refused', () => {
    const flow = new DuplicateFlow();
    expect(flow.learn({ ...warning('members.0.givenName'), code: 'validation_failed' }, [rosa])).toBe(false);
    expect(flow.asksAbout(rosa)).toBe(false);
  });
});

describe('identityKey', () => {
  it('is the same when accents, case and outer spaces differ, as for the server', () => {
    expect(identityKey({ givenName: ' íñigo ', familyName: 'ROLDÁN', birthDate: '' })).toBe(
      identityKey({ givenName: 'Inigo', familyName: 'Roldan', birthDate: '' }),
    );
  });
  it('differs when only the birth date does', () => {
    expect(identityKey(rosa)).not.toBe(identityKey({ ...rosa, birthDate: '' }));
  });
});
