import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { provideKinfoldWeb } from '@kinfold/shared/web';
import { FamilySearch } from './family-search';
import { moveInHits } from './search-moves';

@Component({ template: '' })
class Page {}

const hits = [
  { familyId: 'f1', name: 'Ibarra family', code: 'F-2041', hit: 'Rosa Ibarra' },
  { familyId: 'f2', name: 'Ibsen family', code: 'F-1180', hit: 'Ibsen family' },
];

function setUp(opens = true) {
  jest.useFakeTimers();
  TestBed.configureTestingModule({
    providers: [provideKinfoldWeb(), provideHttpClientTesting(), provideRouter([{ path: '**', component: Page }])],
  });
  const fixture = TestBed.createComponent(FamilySearch);
  fixture.componentRef.setInput('opens', opens);
  const element: HTMLElement = fixture.nativeElement;
  document.body.replaceChildren(element);
  fixture.detectChanges();
  const box = element.querySelector('input');
  if (box === null) throw new Error('There is no box.');
  const server = TestBed.inject(HttpTestingController);
  const settle = async (): Promise<void> => {
    await jest.advanceTimersByTimeAsync(500);
    fixture.detectChanges();
  };
  return {
    element,
    box,
    server,
    settle,
    async write(text: string): Promise<void> {
      box.focus();
      box.value = text;
      box.dispatchEvent(new Event('input', { bubbles: true }));
      await settle();
    },
    async press(key: string): Promise<void> {
      box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await settle();
    },
    found: (): readonly string[] =>
      [...element.querySelectorAll('[role="option"]')].map((row) =>
        [...row.children].map((part) => part.textContent.trim()).join(' '),
      ),
  };
}

afterEach(() => jest.useRealTimers());

describe('FamilySearch', () => {
  it('shows families in the order of the server, with the name that was found, when someone types', async () => {
    const search = setUp();
    await search.write(' ib ');
    const request = search.server.expectOne({ method: 'POST', url: '/api/v1/families/search' });
    expect(request.request.body).toEqual({ text: 'ib' });
    request.flush({ items: hits });
    await search.settle();
    expect(search.found()).toEqual(['Ibarra family Rosa Ibarra F-2041', 'Ibsen family F-1180']);
    expect(search.box.getAttribute('aria-expanded')).toBe('true');
  });

  it('opens the first family when Enter is pressed, and leaves no name behind', async () => {
    const search = setUp();
    await search.write('ib');
    search.server.expectOne('/api/v1/families/search').flush({ items: hits });
    await search.settle();
    await search.press('Enter');
    expect(TestBed.inject(Router).url).toBe('/families/f1');
    expect(search.found()).toEqual([]);
    expect(search.box.value).toBe('');
  });

  it('opens the chosen family when an arrow was pressed before', async () => {
    const search = setUp();
    await search.write('ib');
    search.server.expectOne('/api/v1/families/search').flush({ items: hits });
    await search.settle();
    await search.press('ArrowDown');
    await search.press('ArrowDown');
    expect(search.element.querySelector('[aria-selected="true"]')?.id).toBe(
      search.box.getAttribute('aria-activedescendant'),
    );
    await search.press('Enter');
    expect(TestBed.inject(Router).url).toBe('/families/f2');
  });

  it('shows the newest answer when an older one comes late', async () => {
    const search = setUp();
    await search.write('i');
    const [early] = search.server.match('/api/v1/families/search');
    await search.write('ib');
    const [late] = search.server.match('/api/v1/families/search');
    late?.flush({ items: hits.slice(1) });
    early?.flush({ items: hits });
    await search.settle();
    expect(search.found()).toEqual(['Ibsen family F-1180']);
  });

  it('tells name and code and leads nowhere when whoever searches opens no families', async () => {
    const search = setUp(false);
    await search.write('ib');
    search.server.expectOne('/api/v1/families/search').flush({ items: hits });
    await search.settle();
    await search.press('ArrowDown');
    await search.press('Enter');
    search.element.querySelector<HTMLElement>('#search-hits > li')?.click();
    await search.settle();
    expect(TestBed.inject(Router).url).toBe('/');
    expect(search.found()).toEqual([]);
    expect(search.element.textContent).toContain('F-2041');
    expect(search.box.getAttribute('role')).toBeNull();
  });

  it.each([
    ['nothing is found', { items: [] }, 200, 'No name open to you begins like that.'],
    ['the server fails', { code: 'server_failed' }, 500, 'Something went wrong on our side'],
  ])('says so when %s', async (_, body, status, words) => {
    const search = setUp();
    await search.write('zz');
    search.server.expectOne('/api/v1/families/search').flush(body, { status, statusText: 'x' });
    await search.settle();
    expect(search.element.textContent).toContain(words);
  });

  it('takes the names off the screen when the box is left', async () => {
    const search = setUp();
    await search.write('ib');
    search.server.expectOne('/api/v1/families/search').flush({ items: hits });
    await search.settle();
    search.box.blur();
    await search.settle();
    expect(search.found()).toEqual([]);
  });
});

describe('moveInHits', () => {
  it.each([
    [0, -1, 'ArrowDown', null],
    [2, -1, 'ArrowDown', 0],
    [2, 1, 'ArrowDown', 1],
    [2, -1, 'ArrowUp', 0],
    [2, 1, 'ArrowUp', 0],
    [2, 1, 'a', null],
  ])('of %i from %i by %s is %s when the list is open', (count, chosen, key, next) => {
    expect(moveInHits(count, chosen, key)).toBe(next);
  });
});
