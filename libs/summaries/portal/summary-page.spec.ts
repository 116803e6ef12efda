import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { MyLineAnswer, MySummaryAnswer } from '@kinfold/shared/contract/portal';
import { SummaryPage } from './summary-page';

const line = (number: number, kind: MyLineAnswer['kind'], text: string): MyLineAnswer => ({
  id: `l${number}`,
  number,
  kind,
  text,
  answer: null,
});
const answer: MySummaryAnswer = {
  id: 's',
  day: '2020-03-09',
  fromName: 'Dr. Vela',
  notice: 'Please do not pass it on.',
  noticeVersion: '2026-1',
  lines: [
    line(1, 'went-well', 'You listened.'),
    line(2, 'next-date', 'We meet on Friday.'),
    line(3, 'homework', 'A walk.'),
    line(4, 'decision', 'Dinner on Sundays.'),
  ],
};

describe('SummaryPage', () => {
  let fixture: ComponentFixture<SummaryPage>;
  let http: HttpTestingController;
  const root = (): HTMLElement => fixture.nativeElement;
  const button = (words: string, place = 0): HTMLButtonElement => {
    const found = [...root().querySelectorAll('button')].filter((each) => each.textContent?.trim().startsWith(words))[
      place
    ];
    if (!found) throw new Error(`There is no button "${words}"`);
    return found;
  };
  const settled = async (): Promise<void> => {
    // The client resolves through promises: one turn of the queue, then the screen.
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  const opened = async (sent: MySummaryAnswer = answer): Promise<void> => {
    TestBed.configureTestingModule({ providers: [provideRouter([]), provideHttpClient(), provideHttpClientTesting()] });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(SummaryPage);
    fixture.componentRef.setInput('summaryId', 's');
    fixture.detectChanges();
    await settled();
    http.expectOne('/api/v1/my/summaries/s').flush(sent);
    await settled();
  };
  afterEach(() => http.verify());

  it('opens with what went well, then the next date and homework, and carries the statement', async () => {
    await opened();
    const texts = [...root().querySelectorAll('.kf-reading')].map((each) => each.textContent?.trim());
    expect(texts).toEqual(['You listened.', 'We meet on Friday.', 'A walk.', 'Dinner on Sundays.']);
    expect([...root().querySelectorAll('h2')].map((each) => each.textContent?.trim())).toEqual([
      'When we meet again',
      'Until then',
      'What we decided',
    ]);
    expect(root().textContent).toContain('Please do not pass it on.');
  });

  it('has no heading for a part that is not there', async () => {
    await opened({ ...answer, lines: [line(1, 'homework', 'A walk.')] });
    expect([...root().querySelectorAll('h2')].map((each) => each.textContent?.trim())).toEqual(['Until then']);
    expect(root().querySelector('.opening')).toBeNull();
  });

  it('agrees with one tap', async () => {
    await opened();
    button('I agree').click();
    await settled();
    const request = http.expectOne('/api/v1/my/summaries/s/lines/l1/answers');
    expect(request.request.body).toEqual({ answer: 'agree', words: null });
    request.flush(null, { status: 204, statusText: 'No Content' });
    await settled();
    expect(root().textContent).toContain('You answered: I agree.');
  });

  it('keeps the words on the screen when sending fails', async () => {
    await opened();
    button('I remember it differently').click();
    await settled();
    const words = root().querySelector('textarea');
    if (!words) throw new Error('There is nowhere to write');
    words.value = 'It was Tuesday.';
    words.dispatchEvent(new Event('input'));
    button('Send').click();
    await settled();
    const request = http.expectOne('/api/v1/my/summaries/s/lines/l1/answers');
    expect(request.request.body).toEqual({ answer: 'remember-differently', words: 'It was Tuesday.' });
    request.flush(null, { status: 500, statusText: 'Failed' });
    await settled();
    expect(root().querySelector('[role=alert]')).not.toBeNull();
    expect(root().querySelector('textarea')?.value).toBe('It was Tuesday.');
  });
});
