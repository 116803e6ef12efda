import { Component, input, model, output } from '@angular/core';
import { TECHNIQUE_MODELS, TECHNIQUE_MODEL_WORDS, TECHNIQUES } from '@kinfold/sessions/domain';
import { KfDialog } from '@kinfold/shared/ui';

/** The catalogue by approach, each technique with what to do in one sentence. One tap keeps it and closes the list. */
@Component({
  selector: 'kf-technique-picker',
  imports: [KfDialog],
  template: `
    <kf-dialog [heading]="called() ? 'Technique with ' + called() : 'Technique with everybody'" [(open)]="open">
      @for (group of groups; track group.words) {
        <section>
          <h3>{{ group.words }}</h3>
          @for (technique of group.techniques; track technique.id) {
            <button type="button" (click)="choose(technique.id)">
              <strong>{{ technique.name }}</strong>
              <span>{{ technique.guide }}</span>
            </button>
          }
        </section>
      }
    </kf-dialog>
  `,
  styles: `
    section {
      display: grid;
      gap: var(--kf-space-1);
    }

    h3 {
      color: var(--kf-ink-soft);
      font-size: var(--kf-text-s);
      font-weight: 550;
    }

    button {
      display: grid;
      gap: 2px;
      padding: var(--kf-space-2) var(--kf-space-3);
      border: 1px solid var(--kf-line);
      border-radius: var(--kf-radius);
      background: var(--kf-paper-raised);
      text-align: start;
    }

    button:hover {
      border-color: var(--kf-spruce-border);
      background: var(--kf-spruce-surface);
    }

    button strong {
      font-weight: 600;
    }

    button span {
      color: var(--kf-ink-soft);
      font-size: var(--kf-text-s);
    }
  `,
})
export class TechniquePicker {
  readonly open = model(false);
  /** The member it is with; empty for everybody. */
  readonly called = input('');
  readonly chosen = output<string>();

  protected readonly groups = TECHNIQUE_MODELS.map((approach) => ({
    words: TECHNIQUE_MODEL_WORDS[approach],
    techniques: TECHNIQUES.filter((technique) => technique.model === approach),
  }));

  protected choose(id: string): void {
    this.open.set(false);
    this.chosen.emit(id);
  }
}
