import type { LineKind } from '@kinfold/summaries/domain';
import type { LineRequest } from '@kinfold/shared/contract/staff';

/** A line as it stands in a form. */
export interface LineDraft {
  readonly kind: LineKind;
  readonly aboutMemberId: string | null;
  readonly askedAlone: boolean;
  readonly text: string;
}

/** Whether it can be sent: an empty line is taken out, not saved. */
export function isWritten(draft: LineDraft): boolean {
  return draft.text.trim() !== '';
}

/** What is sent: asking alone says nothing of a line about everybody. */
export function requestOf({ kind, aboutMemberId, askedAlone, text }: LineDraft): LineRequest {
  return { kind, aboutMemberId, askedAlone: askedAlone && aboutMemberId !== null, text };
}
