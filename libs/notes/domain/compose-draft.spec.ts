import fc from 'fast-check';
import { ATTENDANCE_STATUSES, MOMENT_KINDS, wasThere } from '@kinfold/sessions/domain';
import { composeDraft, type DraftFacts, formatOf, requireSection } from './index';
import { aMember, aMoment, someFacts } from './draft-facts.builder';

const text = (facts: DraftFacts, section: string, memberId: string | null = null): string | undefined =>
  composeDraft(facts).find((part) => part.section === section && part.memberId === memberId)?.text;

describe('composeDraft', () => {
  it('says who met and nothing else when there was not a single tap', () => {
    expect(composeDraft(someFacts())).toEqual([
      { section: 'worked-on', memberId: null, text: 'Family session in person, 50 minutes: Rosa and Marco.' },
    ]);
  });

  it('leaves out the minutes when the session was not closed', () => {
    expect(text(someFacts({ minutes: null, modality: 'video' }), 'worked-on')).toBe(
      'Family session by video: Rosa and Marco.',
    );
  });

  it('says in plain words how people attended when not all were simply there', () => {
    const members = [
      aMember('Rosa'),
      aMember('Marco', { attendance: 'remote' }),
      aMember('Ana', { attendance: 'late' }),
      aMember('Luis', { attendance: 'told-us-before' }),
      aMember('Eva', { attendance: 'did-not-come' }),
      aMember('Iván', { attendance: null }),
    ];
    expect(text(someFacts({ members }), 'worked-on')).toBe(
      [
        'Family session in person, 50 minutes: Rosa, Marco and Ana.',
        'Joined from elsewhere: Marco.',
        'Came later: Ana.',
        'Told us before that they could not come: Luis.',
        'Did not come: Eva.',
      ].join('\n'),
    );
  });

  it('names techniques once with everyone they were used with when they were tapped several times', () => {
    const moments = [
      aMoment('technique', { technique: 'Speaker and listener', memberId: 'rosa' }),
      aMoment('technique', { technique: 'Speaker and listener', memberId: 'marco' }),
      aMoment('technique', { technique: 'Reframing' }),
    ];
    expect(text(someFacts({ moments }), 'worked-on')?.split('\n').slice(1)).toEqual([
      'Speaker and listener with Rosa and Marco, 2 times.',
      'Reframing.',
    ]);
    expect(text(someFacts({ moments }), 'response', 'rosa')).toBe('Speaker and listener.');
  });

  it('writes turns, shifts, quotes and breaks into what happened when they were noted', () => {
    const moments = [
      aMoment('turn', { memberId: 'rosa' }),
      aMoment('turn', { memberId: 'rosa' }),
      aMoment('turn', { memberId: 'marco' }),
      aMoment('shift', { memberId: 'marco' }),
      aMoment('quote', { memberId: 'rosa', words: 'The evenings are calmer ' }),
      aMoment('break'),
    ];
    expect(text(someFacts({ moments }), 'happened')).toBe(
      [
        'Turns noted, from 3 taps: Rosa 2, Marco 1.',
        'A shift was noted with Marco.',
        'Rosa said: “The evenings are calmer”',
        'There was one break.',
      ].join('\n'),
    );
  });

  it('uses the words of agreements, homework and safety when there are some and says so when there are none', () => {
    const moments = [
      aMoment('agreement', { words: 'Dinner together on Sunday' }),
      aMoment('agreement', { memberId: 'marco' }),
      aMoment('homework', { memberId: 'marco', words: 'Call the sponsor.' }),
      aMoment('homework', { memberId: 'rosa', words: 'Rosa takes Sunday off' }),
      aMoment('safety', { memberId: 'rosa' }),
    ];
    const facts = someFacts({ moments });
    expect(text(facts, 'decided')).toBe('Dinner together on Sunday.\nAn agreement was noted with Marco.');
    expect(text(facts, 'plan')).toBe('Marco: Call the sponsor.\nRosa takes Sunday off.');
    expect(text(facts, 'member-steps', 'marco')).toBe('Call the sponsor.');
    expect(text(facts, 'risk')).toBe('A safety topic was noted with Rosa.');
  });

  it('shows ratings with their range when a member was rated', () => {
    const members = [aMember('Rosa', { participation: { engagement: 2, connection: 0, safety: -1 } })];
    expect(text(someFacts({ members }), 'response', 'rosa')).toBe(
      'Rated after the session, from -3 to +3: engagement +2, connection 0, safety -1.',
    );
  });

  it('adds the family name when two share a given name', () => {
    const members = [aMember('Ana', { memberId: 'a' }), aMember('Ana', { memberId: 'b', familyName: 'Soto' })];
    expect(text(someFacts({ members }), 'worked-on')).toContain('Ana Ibarra and Ana Soto');
  });

  it('keeps what was held for one member in that annex alone when it has words', () => {
    const kinds = ['quote', 'agreement', 'homework', 'safety', 'shift', 'technique'] as const;
    const SECRET = 'nobody else may read this';
    fc.assert(
      fc.property(
        fc.array(fc.record({ kind: fc.constantFrom(...kinds), memberId: fc.constantFrom('rosa', 'marco', null) })),
        (taps) => {
          const moments = taps.map(({ kind, memberId }) =>
            aMoment(kind, {
              memberId,
              confidential: true,
              words: `${SECRET} ${memberId}`,
              technique: kind === 'technique' ? `${SECRET} ${memberId}` : null,
            }),
          );
          for (const part of composeDraft(someFacts({ moments }))) {
            const others = ['rosa', 'marco', 'null'].filter((who) => who !== part.memberId);
            for (const other of others) expect(part.text).not.toContain(`${SECRET} ${other}`);
          }
        },
      ),
    );
  });

  it('keeps whole lines and says so when more was noted than a section holds', () => {
    const moments = Array.from({ length: 60 }, (_, at) => aMoment('agreement', { words: `${at} ${'x'.repeat(480)}` }));
    const decided = text(someFacts({ moments }), 'decided') ?? '';
    requireSection(formatOf('family'), 'decided', null, decided);
    const lines = decided.split('\n');
    expect(lines.at(-1)).toBe('More was noted in the room than fits here.');
    expect(lines.slice(0, -1)).toEqual(moments.slice(0, lines.length - 1).map(({ words }) => `${words}.`));
    expect(lines.length).toBeGreaterThan(20);
  });

  it('writes only sections that the format has and annexes of those who took part when any taps come', () => {
    const moment = fc.record({
      kind: fc.constantFrom(...MOMENT_KINDS),
      memberId: fc.constantFrom('rosa', 'marco', null),
      technique: fc.option(fc.string({ minLength: 1, maxLength: 20 })),
      confidential: fc.boolean(),
      words: fc.option(fc.string({ minLength: 1, maxLength: 60 })),
    });
    fc.assert(
      fc.property(
        fc.array(moment, { maxLength: 40 }),
        fc.constantFrom(null, ...ATTENDANCE_STATUSES),
        (moments, attendance) => {
          const members = [aMember('Rosa'), aMember('Marco', { attendance })];
          for (const part of composeDraft(someFacts({ members, moments }))) {
            requireSection(formatOf('family'), part.section, part.memberId, part.text);
            expect(part.text.trim()).not.toBe('');
            if (part.memberId === 'marco') expect(wasThere(attendance)).toBe(true);
          }
        },
      ),
    );
  });
});
