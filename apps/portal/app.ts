import { Component, type ElementRef, inject, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { KfBrand, KfButton, KfIcon } from '@kinfold/shared/ui';
import { SignedIn, leaveFast } from '@kinfold/shared/web';
import { filter, skip } from 'rxjs';

/**
 * The frame of every portal page, signed in or not: one column, the way out always in sight, and one sentence that stands for everyone,
 * always, so that its presence says nothing.
 */
@Component({
  selector: 'app-root',
  imports: [KfBrand, KfButton, KfIcon, RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './app.html',
  styleUrl: './app.css',
})
export class App {
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  protected readonly signedIn = inject(SignedIn);

  constructor() {
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        skip(1),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.main().nativeElement.focus({ preventScroll: true }));
  }

  protected leave(): void {
    leaveFast(this.signedIn);
  }
}
