import { TestBed } from '@angular/core/testing';
import { numberScale } from './logic/scale';
import { KfScale } from './scale';

describe('KfScale', () => {
  it('chooses the next step and moves the focus there when an arrow is pressed', () => {
    const fixture = TestBed.createComponent(KfScale);
    fixture.componentRef.setInput('steps', numberScale(-1, 1));
    fixture.componentRef.setInput('question', 'Engagement');
    const element: HTMLElement = fixture.nativeElement;
    document.body.append(element);
    fixture.detectChanges();
    element
      .querySelector('[role="radiogroup"]')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
    fixture.detectChanges();
    expect(fixture.componentInstance.value()).toBe(1);
    expect(document.activeElement?.textContent.trim()).toBe('+1');
    expect(document.activeElement?.getAttribute('aria-checked')).toBe('true');
  });
});
