import { Component, input } from '@angular/core';
import { LINE_ANSWER_WORDS } from '@kinfold/summaries/domain';
import type { SummaryLineAnswer, SummaryMemberAnswer } from '@kinfold/shared/contract/staff';
import { KfBadge } from '@kinfold/shared/ui';
import { KfDatePipe } from '@kinfold/shared/web';
import { lineTitle, shortName } from './summary-words';

/** The lines of a summary that was shared, each with what its readers answered. The words of an answer are for the clinic alone. */
@Component({
  selector: 'kf-released-lines',
  imports: [KfBadge, KfDatePipe],
  template: `
    <ol role="list" class="kf-list">
      @for (line of lines(); track line.id) {
        <li>
          <p class="kf-soft kf-small">{{ title(line) }}</p>
          <p class="kf-reading">{{ line.text }}</p>
          @for (reply of line.answers; track reply.memberId) {
            <div class="reply">
              <kf-badge [tone]="reply.answer === 'agree' ? 'good' : 'due'"
                >{{ name(reply.memberId) }}: {{ words[reply.answer] }}</kf-badge
              >
              <time class="kf-soft kf-small" [attr.title]="reply.answeredAt | kfDate: 'exact'">{{
                reply.answeredAt | kfDate
              }}</time>
              @if (reply.words) {
                <p>{{ reply.words }}</p>
              }
            </div>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    li {
      display: grid;
      gap: var(--kf-space-1);
      padding: var(--kf-space-3) var(--kf-space-4);
      border-bottom: 1px solid var(--kf-line);
      overflow-wrap: anywhere;
    }

    li:last-child {
      border-bottom: 0;
    }

    p {
      margin: 0;
    }

    .reply {
      display: flex;
      flex-wrap: wrap;
      gap: var(--kf-space-1) var(--kf-space-2);
      align-items: center;
    }

    .reply p {
      flex: 1 0 100%;
      white-space: pre-line;
    }
  `,
})
export class ReleasedLines {
  readonly lines = input.required<readonly SummaryLineAnswer[]>();
  readonly members = input.required<readonly SummaryMemberAnswer[]>();

  protected readonly words = LINE_ANSWER_WORDS;

  protected title({ kind, aboutMemberId }: SummaryLineAnswer): string {
    return lineTitle(kind, aboutMemberId, this.members());
  }

  protected name(id: string): string {
    return shortName(id, this.members());
  }
}
