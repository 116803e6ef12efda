import {
  Component,
  DestroyRef,
  type ElementRef,
  afterNextRender,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { KfBrand, KfButton, KfIcon } from '@kinfold/shared/ui';
import { KeySequence, PageName, SignedIn, isTyping } from '@kinfold/shared/web';
import { filter, skip } from 'rxjs';
import { FamilySearch } from './family-search';
import { KeysDialog } from './keys-dialog';
import { RAIL_ITEMS, railFor, searchFor } from './rail-items';

/** The frame of every page but the room and the tablet: rail, top bar, and the page between them. */
@Component({
  selector: 'app-shell',
  imports: [FamilySearch, KeysDialog, KfBrand, KfButton, KfIcon, RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
  host: { '(document:keydown)': 'onKey($event)' },
})
export class Shell {
  private readonly router = inject(Router);
  private readonly destroyed = inject(DestroyRef);
  private readonly searchBox = viewChild(FamilySearch);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  private readonly keys = new KeySequence(['?', '/', ...RAIL_ITEMS.map((item) => item.keys)]);

  protected readonly signedIn = inject(SignedIn);
  protected readonly page = inject(PageName);
  protected readonly rail = computed(() => railFor(this.signedIn.roles()));
  protected readonly search = computed(() => searchFor(this.signedIn.roles()));
  protected readonly showKeys = signal(false);

  constructor() {
    afterNextRender(() => this.focusPageAfterNavigation());
  }

  protected onKey(event: KeyboardEvent): void {
    if (isTyping(event.target)) return;
    const sequence = this.keys.press(event, event.timeStamp);
    if (sequence === null) return;
    event.preventDefault();
    if (sequence === '?') this.showKeys.set(true);
    else if (sequence === '/') this.searchBox()?.focus();
    else this.go(sequence);
  }

  protected skipToPage(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }

  private go(keys: string): void {
    const item = this.rail().find((place) => place.keys === keys);
    if (item !== undefined) void this.router.navigateByUrl(item.path);
  }

  /** A reader hears the new page and the tab key starts there. The first page keeps the browser's own focus. */
  private focusPageAfterNavigation(): void {
    let path = this.path();
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        skip(this.router.navigated ? 0 : 1),
        takeUntilDestroyed(this.destroyed),
      )
      .subscribe(() => {
        if (this.path() !== path) this.main().nativeElement.focus({ preventScroll: true });
        path = this.path();
      });
  }

  private path(): string {
    return this.router.url.split(/[?#]/)[0] ?? '';
  }
}
