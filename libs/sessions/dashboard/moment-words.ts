import { MOMENT_WORDS, techniqueOf, type MomentKind } from '@kinfold/sessions/domain';
import type { IconName } from '@kinfold/shared/ui';

export const MOMENT_ICONS: Readonly<Record<MomentKind, IconName>> = {
  turn: 'turn',
  technique: 'technique',
  shift: 'shift',
  quote: 'quote',
  agreement: 'agreement',
  homework: 'homework',
  break: 'rest',
  safety: 'safety',
};

/** What a moment is called: its kind, or the name of its technique. */
export function momentName({
  kind,
  technique,
}: {
  readonly kind: MomentKind;
  readonly technique: string | null;
}): string {
  if (technique === null) return MOMENT_WORDS[kind];
  return techniqueOf(technique)?.name ?? MOMENT_WORDS[kind];
}

/** "Turn of Rosa noted", "Agreement noted". */
export function notedWords(
  moment: { readonly kind: MomentKind; readonly technique: string | null },
  called: string | null,
): string {
  const link = moment.kind === 'technique' ? 'with' : moment.kind === 'homework' ? 'for' : 'of';
  return `${momentName(moment)}${called === null ? '' : ` ${link} ${called}`} noted`;
}

/** What is asked for beside a moment that can carry words. */
export const WORDS_ASKED: Readonly<Partial<Record<MomentKind, string>>> = {
  agreement: 'What was agreed',
  homework: 'What to try',
  quote: 'What was said',
  shift: 'What changed',
  safety: 'What to keep in mind',
};
