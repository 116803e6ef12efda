import { ElementRef, Injector, afterNextRender, inject } from '@angular/core';

/**
 * Moves the focus to what a refused form is about, once it is drawn: the first notice of a known person, or else the first field that was
 * refused. To be called where `inject()` works; the answer is called after a refusal.
 */
export function focusRefusal(): () => void {
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const injector = inject(Injector);
  const focus = (): void => {
    const found =
      host.querySelector<HTMLElement>('kf-duplicate-notice') ??
      host.querySelector<HTMLElement>('[aria-invalid="true"]');
    found?.focus();
  };
  return () => void afterNextRender(focus, { injector });
}
