import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { provideKinfoldWeb } from './provide';
import { KfSignInForm } from './sign-in-form';

@Component({ template: '' })
class Page {}

/** The form as a person meets it: by label and by button. */
class FormHarness {
  readonly server = TestBed.inject(HttpTestingController);
  readonly element: HTMLElement;

  constructor(private readonly fixture: ComponentFixture<KfSignInForm>) {
    this.element = fixture.nativeElement;
    document.body.replaceChildren(this.element);
  }

  field(label: string): HTMLInputElement {
    const named = [...this.element.querySelectorAll('label')].find((entry) => entry.textContent.trim() === label);
    const input = this.element.querySelector(`#${named?.htmlFor}`);
    if (!(input instanceof HTMLInputElement)) throw new Error(`There is no field "${label}".`);
    return input;
  }

  async write(label: string, text: string): Promise<void> {
    const input = this.field(label);
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await this.fixture.whenStable();
  }

  async press(words: string): Promise<void> {
    const button = [...this.element.querySelectorAll('button')].find((entry) => entry.textContent.trim() === words);
    if (button === undefined) throw new Error(`There is no button "${words}".`);
    button.click();
    await this.settle();
  }

  async settle(): Promise<void> {
    for (let turn = 0; turn < 30; turn++) await Promise.resolve();
    await this.fixture.whenStable();
  }

  get words(): string {
    return this.element.textContent.replace(/\s+/g, ' ');
  }
}

async function setUp(demo = false): Promise<FormHarness> {
  TestBed.configureTestingModule({
    providers: [provideKinfoldWeb(), provideHttpClientTesting(), provideRouter([{ path: '**', component: Page }])],
  });
  const fixture = TestBed.createComponent(KfSignInForm);
  const form = new FormHarness(fixture);
  fixture.detectChanges();
  form.server.expectOne('/api/v1/banner').flush({ demo });
  await form.settle();
  return form;
}

describe('KfSignInForm', () => {
  it('says what to write and sends nothing when a field is empty', async () => {
    const form = await setUp();
    await form.write('Email', 'amara@harbour.example');
    await form.press('Sign in');
    form.server.expectNone('/api/v1/session');
    expect(form.words).toContain('Write your password.');
    expect(form.words).not.toContain('Write the email');
    expect(form.field('Password').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(form.field('Password'));
  });

  it('keeps the email, empties the password and puts the cursor there when they do not match', async () => {
    const form = await setUp();
    await form.write('Email', 'amara@harbour.example');
    await form.write('Password', 'wrong');
    await form.press('Sign in');
    const request = form.server.expectOne({ method: 'POST', url: '/api/v1/session' });
    expect(request.request.body).toEqual({ email: 'amara@harbour.example', password: 'wrong' });
    request.flush({ code: 'sign_in_failed' }, { status: 401, statusText: 'Unauthorized' });
    await form.settle();
    expect(form.words).toContain('The email or the password is not right.');
    expect(form.field('Email').value).toBe('amara@harbour.example');
    expect(form.field('Password').value).toBe('');
    expect(document.activeElement).toBe(form.field('Password'));
    expect(form.words).not.toContain('Write your password.');
  });

  it('keeps the password when the server cannot be reached', async () => {
    const form = await setUp();
    await form.write('Email', 'amara@harbour.example');
    await form.write('Password', 'right');
    await form.press('Sign in');
    form.server.expectOne('/api/v1/session').error(new ProgressEvent('error'));
    await form.settle();
    expect(form.words).toContain('No connection');
    expect(form.field('Password').value).toBe('right');
  });

  it('says how long to wait, not whether the account exists, when there were too many attempts', async () => {
    const form = await setUp();
    await form.write('Email', 'amara@harbour.example');
    await form.write('Password', 'x');
    await form.press('Sign in');
    form.server
      .expectOne('/api/v1/session')
      .flush({ code: 'too_many_attempts' }, { status: 429, statusText: 'Too Many Requests' });
    await form.settle();
    expect(form.words).toContain('wait a few minutes');
  });

  it('sends once when the button is pressed twice', async () => {
    const form = await setUp();
    await form.write('Email', 'amara@harbour.example');
    await form.write('Password', 'x');
    await form.press('Sign in');
    await form.press('Signing in');
    form.server.expectOne('/api/v1/session');
  });

  it('goes to the start when they match', async () => {
    const form = await setUp();
    await TestBed.inject(Router).navigateByUrl('/sign-in');
    await form.write('Email', ' amara@harbour.example ');
    await form.write('Password', 'right');
    await form.press('Sign in');
    const request = form.server.expectOne({ method: 'POST', url: '/api/v1/session' });
    expect(request.request.body).toMatchObject({ email: 'amara@harbour.example' });
    request.flush(null, { status: 201, statusText: 'Created' });
    await form.settle();
    form.server
      .expectOne({ method: 'GET', url: '/api/v1/session' })
      .flush({ personName: 'Amara', roles: ['therapist'] });
    await form.settle();
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('shows and hides the password when asked', async () => {
    const form = await setUp();
    expect(form.field('Password').type).toBe('password');
    await form.press('Show the password');
    expect(form.field('Password').type).toBe('text');
    await form.press('Show the password');
    expect(form.field('Password').type).toBe('password');
  });

  it.each([
    [true, 1],
    [false, 0],
  ])('says where the demo sign-ins stand only in the demo clinic (%s)', async (demo, times) => {
    const form = await setUp(demo);
    expect(form.words.split('.kinfold/demo.json')).toHaveLength(times + 1);
  });

  it('lets a password manager find its fields when it looks', async () => {
    const form = await setUp();
    expect(form.field('Email').autocomplete).toBe('username');
    expect(form.field('Password').autocomplete).toBe('current-password');
  });
});
