import { HttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { role, signedIn, signedOut } from './guards';
import { problemOf } from './problem';
import { provideKinfoldWeb } from './provide';
import { SignedIn, type SessionInfo } from './signed-in';

@Component({ template: '' })
class Page {}

const amara: SessionInfo = {
  personName: 'Amara Lindqvist',
  roles: ['therapist'],
  clinicName: 'Harbour Street',
  timeZone: 'America/New_York',
  language: 'en',
  today: '2026-11-24',
  demo: true,
};

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve();
};

function setUp() {
  TestBed.configureTestingModule({
    providers: [
      provideKinfoldWeb(),
      provideHttpClientTesting(),
      provideRouter([
        { path: 'sign-in', canMatch: [signedOut], component: Page },
        { path: 'audit', canMatch: [signedIn, role('auditor')], component: Page },
        { path: 'families/1', canMatch: [signedIn], component: Page },
        { path: '', pathMatch: 'full', canMatch: [signedIn], component: Page },
        { path: '**', component: Page },
      ]),
    ],
  });
  const server = TestBed.inject(HttpTestingController);
  const http = TestBed.inject(HttpClient);
  const router = TestBed.inject(Router);
  const store = TestBed.inject(SignedIn);
  const one = async (method: string, url: string): Promise<TestRequest> => {
    await settle();
    return server.expectOne({ method, url: `/api/v1/${url}` });
  };
  const refuse = (request: TestRequest, status: number, code: string): void =>
    request.flush({ code, status }, { status, statusText: 'refused' });
  const signIn = async (email: string, info = amara): Promise<void> => {
    const signing = store.signIn(email, 'secret');
    (await one('POST', 'session')).flush(null, { status: 201, statusText: 'Created' });
    (await one('GET', 'session')).flush(info, { headers: { ETag: '"s"' } });
    await signing;
  };
  return { server, http, router, store, one, refuse, signIn };
}

describe('requests', () => {
  it('carry the mark of the application when they go to the API', async () => {
    const { http, one } = setUp();
    http.get('/api/v1/families').subscribe();
    expect((await one('GET', 'families')).request.headers.get('X-Kinfold')).toBe('1');
  });

  it('throw the problem with its code when they are refused', async () => {
    const { http, one } = setUp();
    const asked = firstValueFrom(http.post('/api/v1/sessions', {})).catch(problemOf);
    (await one('POST', 'sessions')).flush(
      { code: 'double_booking', title: 'Taken.' },
      { status: 409, statusText: 'Conflict' },
    );
    expect(await asked).toMatchObject({ code: 'double_booking', status: 409, detail: 'Taken.' });
  });

  it('throw network_lost when no answer comes', async () => {
    const { http, one } = setUp();
    const asked = firstValueFrom(http.get('/api/v1/families')).catch(problemOf);
    (await one('GET', 'families')).error(new ProgressEvent('error'));
    expect(await asked).toMatchObject({ code: 'network_lost', status: 0 });
  });

  it('give the very answer of before when nothing has changed', async () => {
    const { http, one } = setUp();
    const first = firstValueFrom(http.get('/api/v1/families/1'));
    const asked = await one('GET', 'families/1');
    expect(asked.request.headers.has('If-None-Match')).toBe(false);
    asked.flush({ name: 'Ibarra' }, { headers: { ETag: '"1"' } });
    const body = await first;
    const second = firstValueFrom(http.get('/api/v1/families/1'));
    const again = await one('GET', 'families/1');
    expect(again.request.headers.get('If-None-Match')).toBe('"1"');
    again.flush(null, { status: 304, statusText: 'Not Modified' });
    expect(await second).toBe(body);
  });
});

describe('SignedIn', () => {
  it('knows who it is and opens the start when someone signs in', async () => {
    const { store, router, signIn } = setUp();
    await signIn('amara@harbour.example');
    expect(store.name()).toBe('Amara Lindqvist');
    expect(store.hasRole('therapist')).toBe(true);
    expect(router.url).toBe('/');
  });

  it('stays out and says why when the password is wrong', async () => {
    const { store, one, refuse } = setUp();
    const signing = store.signIn('amara@harbour.example', 'x').catch(problemOf);
    refuse(await one('POST', 'session'), 401, 'sign_in_failed');
    expect(await signing).toMatchObject({ code: 'sign_in_failed' });
    expect(store.info()).toBeNull();
    expect(store.reason()).toBe('none');
  });

  it('clears everything and says why when the server no longer knows the session', async () => {
    const { store, http, router, one, refuse, signIn } = setUp();
    await signIn('amara@harbour.example');
    await router.navigateByUrl('/families/1');
    const answer = firstValueFrom(http.get('/api/v1/families/1'));
    (await one('GET', 'families/1')).flush({}, { headers: { ETag: '"1"' } });
    await answer;
    http.get('/api/v1/today').subscribe({ error: () => undefined });
    http.get('/api/v1/families').subscribe({ error: () => undefined });
    refuse(await one('GET', 'today'), 401, 'unauthenticated');
    refuse(await one('GET', 'families'), 401, 'unauthenticated');
    await settle();
    expect(router.url).toBe('/sign-in');
    expect(store.info()).toBeNull();
    expect(store.reason()).toBe('ended');
    http.get('/api/v1/families/1').subscribe({ error: () => undefined });
    expect((await one('GET', 'families/1')).request.headers.has('If-None-Match')).toBe(false);
  });

  it.each([
    ['goes on where they were when the same person returns', 'Amara@harbour.example', '/families/1'],
    ['opens the start when another person signs in', 'ben@harbour.example', '/'],
  ])('%s', async (_, email, url) => {
    const { store, router, one, signIn } = setUp();
    await signIn('amara@harbour.example');
    await router.navigateByUrl('/families/1');
    const ending = store.endIdle();
    (await one('DELETE', 'session')).flush(null, { status: 204, statusText: 'No Content' });
    await ending;
    expect(router.url).toBe('/sign-in');
    await signIn(email);
    expect(router.url).toBe(url);
  });

  it('signs out on the screen when the server does not answer', async () => {
    const { store, router, one, signIn } = setUp();
    await signIn('amara@harbour.example');
    const leaving = store.signOut();
    (await one('DELETE', 'session')).error(new ProgressEvent('error'));
    await leaving;
    expect(router.url).toBe('/sign-in');
    expect(store.info()).toBeNull();
    expect(store.reason()).toBe('signed-out');
  });
});

describe('guards', () => {
  it('lead to the sign-in page, asking once, when nobody is signed in', async () => {
    const { router, server, one, refuse } = setUp();
    const going = router.navigateByUrl('/families/1');
    refuse(await one('GET', 'session'), 401, 'unauthenticated');
    await going;
    expect(router.url).toBe('/sign-in');
    server.verify();
  });

  it('say that the server does not answer when it does not', async () => {
    const { router, store, one } = setUp();
    const going = router.navigateByUrl('/families/1');
    (await one('GET', 'session')).error(new ProgressEvent('error'));
    (await one('GET', 'session')).error(new ProgressEvent('error'));
    await going;
    expect(store.reason()).toBe('unreachable');
  });

  it('pass by a page of another role as if it were not there', async () => {
    const { router, signIn } = setUp();
    await signIn('amara@harbour.example');
    await router.navigateByUrl('/audit');
    expect(router.routerState.snapshot.root.firstChild?.routeConfig?.path).toBe('**');
  });

  it('lead away from the sign-in page when someone is signed in', async () => {
    const { router, signIn } = setUp();
    await signIn('amara@harbour.example');
    await router.navigateByUrl('/sign-in');
    expect(router.url).toBe('/');
  });
});
