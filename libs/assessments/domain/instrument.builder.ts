import type { InstrumentDefinition, Item, Subscale } from './instrument';

const text = (words: string) => ({ en: words, es: words });

/** Items `q1` ... with every whole number from lowest to highest allowed. */
export function someItems(count: number, lowest: number, highest: number): readonly Item[] {
  const options = Array.from({ length: highest - lowest + 1 }, (_, step) => ({
    value: lowest + step,
    label: text(`option ${lowest + step}`),
  }));
  return Array.from({ length: count }, (_, index) => ({
    id: `q${index + 1}`,
    text: text(`Question ${index + 1}`),
    options,
  }));
}

export function aSubscale(id: string, parts: Partial<Pick<Subscale, 'plus' | 'minus' | 'constant'>>): Subscale {
  return { id, title: text(`Area ${id}`), construct: text(id), plus: [], minus: [], constant: 0, ...parts };
}

/** A valid instrument of six items 0 to 4 in two areas, `q2` and `q6` reversed; override what the test is about. */
export function anInstrument(overrides: Partial<InstrumentDefinition> = {}): InstrumentDefinition {
  return {
    id: 'six-questions',
    version: '1.0.0',
    scoringVersion: '1.0.0',
    title: text('Six questions'),
    clinicalName: text('Six questions'),
    clinicalNote: text('For tests.'),
    label: text('For tests.'),
    licence: { holder: 'nobody', status: 'own-work', evidence: 'made up', allowedModes: ['render'] },
    respondent: 'relative',
    introduction: [],
    period: text('today'),
    higherMeans: text('more'),
    items: someItems(6, 0, 4),
    reversed: ['q2', 'q6'],
    subscales: [aSubscale('a', { plus: ['q1', 'q2', 'q3'] }), aSubscale('b', { plus: ['q4', 'q5', 'q6'] })],
    missing: { okMissing: 0.5 },
    bands: null,
    direction: 'lower-is-better',
    parameters: {
      sd: { value: null, source: null },
      reliability: { value: null, source: null },
      cutoff: { value: null, source: null },
    },
    ...overrides,
  };
}
