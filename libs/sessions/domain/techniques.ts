/** The approaches that techniques come from. */
export const TECHNIQUE_MODELS = [
  'craft',
  'five-step',
  'recovery-contract',
  'structural',
  'bowen',
  'mdft',
  'relapse-prevention',
  'reinforcement',
] as const;
export type TechniqueModel = (typeof TECHNIQUE_MODELS)[number];

export const TECHNIQUE_MODEL_WORDS: Readonly<Record<TechniqueModel, string>> = {
  craft: 'CRAFT',
  'five-step': '5-Step',
  'recovery-contract': 'Recovery contract',
  structural: 'Structural',
  bowen: 'Bowen',
  mdft: 'MDFT',
  'relapse-prevention': 'Relapse prevention',
  reinforcement: 'Positive reinforcement',
};

/** One technique: its stable id, the name on the chip, and what to do in one sentence. */
export interface Technique {
  readonly id: string;
  readonly model: TechniqueModel;
  readonly name: string;
  readonly guide: string;
}

/**
 * The catalogue. Names and guides are written for Kinfold; the ideas behind them stand in the published work on each approach:
 * CRAFT (Smith and Meyers 2004), 5-Step Method (Copello and others 2010), behavioural couples therapy with its recovery contract
 * (O'Farrell and Fals-Stewart 2006), structural family therapy (Minuchin 1974), Bowen (1978), MDFT (Liddle 2002), relapse prevention
 * (Marlatt and Donovan 2005), contingency management (Petry 2000). Ids are stored with moments: they are never renamed or reused.
 */
export const TECHNIQUES: readonly Technique[] = [
  {
    id: 'walk-through-the-day',
    model: 'craft',
    name: 'Walk through the day',
    guide: 'Retell the last day of use step by step and find two places where the relative could do something else.',
  },
  {
    id: 'stop-smoothing-over',
    model: 'craft',
    name: 'Stop smoothing over',
    guide: 'Choose one result of use that the relative no longer clears away, and what they do in that minute instead.',
  },
  {
    id: 'calm-invitation',
    model: 'craft',
    name: 'Plan a calm invitation',
    guide:
      'Agree on the hour, the place, the one sentence that invites to treatment, and what follows if the answer is no.',
  },
  {
    id: 'hear-the-strain',
    model: 'five-step',
    name: 'Hear the strain',
    guide: 'Let the relative tell what the use does to their own days, and say it back until they say you have it.',
  },
  {
    id: 'three-ways-of-coping',
    model: 'five-step',
    name: 'Three ways of coping',
    guide: 'Sort what they do into putting up, standing up and stepping back, and ask what each one costs and brings.',
  },
  {
    id: 'who-stands-by-you',
    model: 'five-step',
    name: 'Who stands by you',
    guide: 'Draw the people around the relative and choose one to ask for one small thing this week.',
  },
  {
    id: 'daily-minute-of-trust',
    model: 'recovery-contract',
    name: 'Daily minute of trust',
    guide:
      'Practise it aloud: one says what they did for recovery today, the other thanks them, and nobody goes back over the past.',
  },
  {
    id: 'speaker-and-listener',
    model: 'recovery-contract',
    name: 'Speaker and listener',
    guide:
      'One speaks in two sentences, the other says back what was heard before answering, and then they change places.',
  },
  {
    id: 'talk-to-each-other',
    model: 'structural',
    name: 'Talk to each other',
    guide: 'Ask two people to turn and have the conversation here, step in only when it stalls, and name what changed.',
  },
  {
    id: 'parents-decide-together',
    model: 'structural',
    name: 'Parents decide together',
    guide:
      'Ask the adults in charge to settle one rule between them while the others listen, and let them announce it.',
  },
  {
    id: 'slow-it-down',
    model: 'structural',
    name: 'Slow it down',
    guide:
      'Stop the quarrel with a raised hand, have everyone breathe out twice, and let each say one need in one sentence.',
  },
  {
    id: 'speak-from-i',
    model: 'bowen',
    name: 'Speak from I',
    guide: 'Turn one accusation into three parts: what I see, what I feel, what I will do.',
  },
  {
    id: 'three-generations',
    model: 'bowen',
    name: 'Three generations',
    guide:
      'Ask who in the family met something like this before, and what was handed on that they want to keep or leave.',
  },
  {
    id: 'hear-each-side-alone',
    model: 'mdft',
    name: 'Hear each side alone',
    guide:
      'See the young person and the parents apart for a few minutes, and bring back only what each of them cleared.',
  },
  {
    id: 'rank-risky-situations',
    model: 'relapse-prevention',
    name: 'Rank risky situations',
    guide: 'List where use is most likely, order it by risk, and write one thing to do for the first three.',
  },
  {
    id: 'name-early-signs',
    model: 'relapse-prevention',
    name: 'Name early signs',
    guide:
      'Ask each person which small change they notice first, and what they would like to be told then, in which words.',
  },
  {
    id: 'thank-at-once',
    model: 'reinforcement',
    name: 'Thank at once',
    guide:
      'Find something done well since last time and have it said now: exactly what it was, and what it did for me.',
  },
  {
    id: 'small-growing-reward',
    model: 'reinforcement',
    name: 'Small growing reward',
    guide:
      'Agree on one countable step, a small reward on the same day, a larger one in a row, and a calm new start after a gap.',
  },
];

/** The technique with an id, or undefined. */
export function techniqueOf(id: string): Technique | undefined {
  return TECHNIQUES.find((technique) => technique.id === id);
}

/** Whether the catalogue has a technique with this id. */
export function isTechnique(id: string): boolean {
  return techniqueOf(id) !== undefined;
}
