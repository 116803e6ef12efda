import { type AttendanceStatus, SESSION_KIND_WORDS, wasThere } from '@kinfold/sessions/domain';
import { callNames, type DraftFacts, type DraftMember, type DraftMoment } from './draft-facts';
import { NOTE_LIMITS } from './formats';

/** A section as the moments would write it. It is material: marked on the screen until the therapist has edited it. */
export interface DraftPart {
  readonly section: string;
  readonly memberId: string | null;
  readonly text: string;
}

type Name = (memberId: string | null) => string | null;

/**
 * Writes what the room already knows as plain, neutral sentences. It says what was noted and never what it means: assessment and risk
 * are the therapist's to write. A session without a single tap gives who met and nothing else.
 *
 * What was held for one member goes into that member's annex alone; without a member it goes nowhere.
 * @returns sections that have something to say
 */
export function composeDraft(facts: DraftFacts): readonly DraftPart[] {
  const names = callNames(facts.members);
  const name: Name = (memberId) => (memberId === null ? null : (names.get(memberId) ?? null));
  const open = facts.moments.filter(({ confidential }) => !confidential);
  const family: readonly (readonly [string, readonly string[]])[] = [
    ['worked-on', [...meeting(facts, name), ...techniques(open, name)]],
    ['happened', [...turns(open, name), ...shifts(open, name), ...quotes(open, name), ...breaks(open)]],
    ['decided', said(open, 'agreement', name, 'An agreement was noted')],
    ['risk', said(open, 'safety', name, 'A safety topic was noted')],
    ['plan', said(open, 'homework', name, 'Homework was given')],
  ];
  const annexes = facts.members
    .filter(({ attendance }) => wasThere(attendance))
    .flatMap((member) => annex(member, facts.moments, name));
  return [...family.map(([section, lines]) => part(section, null, lines)), ...annexes].filter(
    ({ text }) => text !== '',
  );
}

const TOO_LONG = 'More was noted in the room than fits here.';

function part(section: string, memberId: string | null, lines: readonly string[]): DraftPart {
  const max = NOTE_LIMITS[memberId === null ? 'family' : 'member'];
  const whole = lines.join('\n');
  if (whole.length <= max) return { section, memberId, text: whole };
  const kept: string[] = [];
  let room = max - TOO_LONG.length;
  for (const line of lines) {
    room -= line.length + 1;
    if (room < 0) break;
    kept.push(line);
  }
  return { section, memberId, text: [...kept, TOO_LONG].join('\n') };
}

const MODALITY = { 'in-person': 'in person', video: 'by video', phone: 'by phone' } as const;

function meeting({ kind, modality, minutes, members }: DraftFacts, name: Name): string[] {
  const who = (...wanted: readonly AttendanceStatus[]): string =>
    list(
      members
        .filter(({ attendance }) => attendance !== null && wanted.includes(attendance))
        .map(({ memberId }) => name(memberId)),
    );
  const here = who('present', 'remote', 'late', 'left-early');
  const length = minutes === null ? '' : `, ${minutes} minutes`;
  return [
    `${SESSION_KIND_WORDS[kind]} ${MODALITY[modality]}${length}${here ? `: ${here}` : ''}.`,
    ...[
      ['Joined from elsewhere', who('remote')],
      ['Came later', who('late')],
      ['Left earlier', who('left-early')],
      ['Told us before that they could not come', who('told-us-before')],
      ['Did not come', who('did-not-come')],
    ].flatMap(([words, people]) => (people ? [`${words}: ${people}.`] : [])),
  ];
}

function techniques(moments: readonly DraftMoment[], name: Name): string[] {
  const used = grouped(
    moments.filter(({ kind, technique }) => kind === 'technique' && technique !== null),
    ({ technique }) => technique ?? '',
  );
  return [...used].map(([technique, taps]) => {
    const people = list([...new Set(taps.map(({ memberId }) => name(memberId)))]);
    return `${technique}${people ? ` with ${people}` : ''}${taps.length > 1 ? `, ${taps.length} times` : ''}.`;
  });
}

/** Turns are taps, not minutes: the sentence says from how many, so that nobody reads a share into three. */
function turns(moments: readonly DraftMoment[], name: Name): string[] {
  const taps = moments.filter(({ kind, memberId }) => kind === 'turn' && memberId !== null);
  if (taps.length === 0) return [];
  const counts = [...grouped(taps, ({ memberId }) => memberId ?? '')].map(
    ([memberId, own]) => `${name(memberId) ?? 'someone'} ${own.length}`,
  );
  return [`Turns noted, from ${times(taps.length, 'tap')}: ${counts.join(', ')}.`];
}

function shifts(moments: readonly DraftMoment[], name: Name): string[] {
  return moments
    .filter(({ kind }) => kind === 'shift')
    .map(({ memberId, words }) => sentence('A shift was noted', name(memberId), words));
}

function quotes(moments: readonly DraftMoment[], name: Name): string[] {
  return moments
    .filter(({ kind, words }) => kind === 'quote' && words !== null)
    .map(({ memberId, words }) => `${name(memberId) ?? 'Someone'} said: “${trimmed(words)}”`);
}

function breaks(moments: readonly DraftMoment[]): string[] {
  const count = moments.filter(({ kind }) => kind === 'break').length;
  return count === 0 ? [] : [`There ${count === 1 ? 'was one break' : `were ${count} breaks`}.`];
}

/** Agreements, homework, safety: the words when there are some, else that it was noted. */
function said(moments: readonly DraftMoment[], wanted: DraftMoment['kind'], name: Name, without: string): string[] {
  return moments
    .filter(({ kind }) => kind === wanted)
    .map(({ memberId, words }) => {
      const person = name(memberId);
      if (words === null) return sentence(without, person, null);
      const own = closed(trimmed(words));
      // Words that begin with the name already say whose they are.
      return person === null || own.startsWith(`${person} `) ? own : `${person}: ${own}`;
    });
}

function annex(member: DraftMember, moments: readonly DraftMoment[], name: Name): DraftPart[] {
  const { memberId, participation } = member;
  const own = moments.filter((moment) => moment.memberId === memberId);
  const held = own.filter(({ confidential }) => confidential);
  const response = [
    ...(participation
      ? [
          `Rated after the session, from -3 to +3: engagement ${signed(participation.engagement)}, ` +
            `connection ${signed(participation.connection)}, safety ${signed(participation.safety)}.`,
        ]
      : []),
    ...techniques(own, () => null),
    ...shifts(own, () => null),
    ...quotes(held, name),
    ...said(held, 'agreement', () => null, 'An agreement was noted'),
  ];
  return [
    part('response', memberId, response),
    part(
      'member-risk',
      memberId,
      said(held, 'safety', () => null, 'A safety topic was noted'),
    ),
    part(
      'member-steps',
      memberId,
      said(own, 'homework', () => null, 'Homework was given'),
    ),
  ];
}

function sentence(what: string, person: string | null, words: string | null): string {
  const subject = person === null ? what : `${what} with ${person}`;
  return words === null ? `${subject}.` : `${subject}: ${closed(trimmed(words))}`;
}

function trimmed(words: string | null): string {
  return (words ?? '').trim();
}

function closed(words: string): string {
  return /[.?!…”"]$/u.test(words) ? words : `${words}.`;
}

function signed(rating: number): string {
  return rating > 0 ? `+${rating}` : `${rating}`;
}

function times(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function list(names: readonly (string | null)[]): string {
  const known = names.filter((name) => name !== null);
  return known.length < 2 ? (known[0] ?? '') : `${known.slice(0, -1).join(', ')} and ${known.at(-1)}`;
}

function grouped<T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group) group.push(value);
    else groups.set(key(value), [value]);
  }
  return groups;
}
