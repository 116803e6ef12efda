import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { HandedOver, notHandedOver } from './handed-over';

@Component({ template: '' })
class Page {}

describe('notHandedOver', () => {
  let router: Router;
  let handedOver: HandedOver;

  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: 'tablet/:id', component: Page },
          { path: 'families', component: Page, canMatch: [notHandedOver] },
        ]),
      ],
    });
    router = TestBed.inject(Router);
    handedOver = TestBed.inject(HandedOver);
  });

  it('leads every address to the one page when the device was handed over, until it is back', async () => {
    handedOver.begin('/tablet/7');
    await router.navigateByUrl('/families');
    expect(router.url).toBe('/tablet/7');
    handedOver.end();
    await router.navigateByUrl('/families');
    expect(router.url).toBe('/families');
  });

  it('leads other tabs of the device to the one page when it is handed over', async () => {
    await router.navigateByUrl('/families');
    const arrived = new Promise<void>((resolve) =>
      router.events.subscribe(() => router.url === '/tablet/7' && resolve()),
    );
    dispatchEvent(new StorageEvent('storage', { key: 'kinfold-handed-over', newValue: '/tablet/7' }));
    await arrived;
    expect(router.url).toBe('/tablet/7');
  });
});
