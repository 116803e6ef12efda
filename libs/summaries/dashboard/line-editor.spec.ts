import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { SummaryLineAnswer } from '@kinfold/shared/contract/staff';
import { LineEditor } from './line-editor';

const line: SummaryLineAnswer = {
  id: 'l',
  kind: 'decision',
  aboutMemberId: 'a',
  askedAlone: false,
  text: 'Dinner.',
  version: 3,
  answers: [],
};
const members = [{ id: 'a', givenName: 'Ana', familyName: 'Romero', place: 0, tookPart: true, left: false }];

describe('LineEditor', () => {
  let fixture: ComponentFixture<LineEditor>;
  let http: HttpTestingController;
  const part = <T extends HTMLElement>(selector: string): T => fixture.nativeElement.querySelector(selector);
  const type = (text: string): void => {
    const area = part<HTMLTextAreaElement>('textarea');
    area.value = text;
    area.dispatchEvent(new Event('input'));
  };

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideRouter([]), provideHttpClient(), provideHttpClientTesting()] });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(LineEditor);
    for (const [name, value] of Object.entries({ summaryId: 's', line, members, place: 0, last: true }))
      fixture.componentRef.setInput(name, value);
    fixture.detectChanges();
  });

  it('keeps what is being typed when the summary is read again', () => {
    type('Dinner on Sundays.');
    fixture.detectChanges();
    fixture.componentRef.setInput('line', { ...line, version: 4 });
    fixture.detectChanges();
    expect(part<HTMLTextAreaElement>('textarea').value).toBe('Dinner on Sundays.');
  });

  it('says whom nobody has asked yet when the line is about somebody else', () => {
    part<HTMLInputElement>('input[type=checkbox]').click();
    fixture.detectChanges();
    const [first] = http.match('/api/v1/summaries/s/lines/l');
    expect(first?.request.body).toMatchObject({ askedAlone: true });
    expect(first?.request.headers.get('If-Match')).toBe('"3"');
    const about = part<HTMLSelectElement>('select:last-of-type');
    about.value = '';
    about.dispatchEvent(new Event('change'));
    fixture.detectChanges();
    expect(part('input[type=checkbox]')).toBeNull();
  });

  it('saves nothing while the line is empty', () => {
    type('  ');
    fixture.detectChanges();
    expect(fixture.componentInstance.keeper.unsaved()).toBe(false);
    expect(part('p').textContent).toContain('take the line out');
    http.expectNone('/api/v1/summaries/s/lines/l');
  });
});
