import { spokenDay } from './calendar';
import type { WordBook } from './words';

export const ENGLISH: WordBook = {
  clinic: 'Riverbend Family Clinic',
  rooms: ['Garden room', 'Quiet room', 'Long room', 'Room 4'],
  familyName: (surname) => `${surname} family`,
  quotes: [
    'I noticed that I waited before I answered.',
    'When the door closes late, I do not sleep.',
    'It helped that nobody raised their voice this week.',
    'I would rather be asked than watched.',
    'I want to believe it, and I am still careful.',
    'We laughed at dinner. I had forgotten that we do.',
    'I do not want to be the one who keeps count.',
    'The mornings are easier when I know who drives.',
    'I said no and the day went on.',
    'I missed this table.',
  ],
  shifts: [
    '{name} turned from the therapist to the family while speaking.',
    '{name} named a wish instead of a complaint.',
    'A long silence, then {name} went on in a softer voice.',
    '{name} asked a question and waited for the answer.',
  ],
  agreements: {
    early: [
      'We eat together on two evenings a week, phones in the other room.',
      'Nobody searches bags or rooms. Worries are said at the table.',
      'Money for the week is agreed on Sunday and not opened again before the next Sunday.',
      'Whoever comes home after ten sends a short message first.',
    ],
    middle: [
      'When voices rise, either side may ask for ten minutes, and comes back after them.',
      'The naloxone kit stays in the kitchen drawer, and everyone has shown where it is.',
      'Appointments at the medication clinic are on the shared calendar, without comments.',
      'Saturday morning belongs to one thing that is fun for all who want to come.',
    ],
    later: [
      'Once a month we look at what has become easier and say it aloud.',
      'If a week gets hard, the first call goes to the support person on the list, the second to the clinic.',
      'We plan the holidays with two exits: an early ride home and a walk that anyone may ask for.',
      'Each of us keeps one evening for ourselves, and nobody has to say what for.',
    ],
  },
  homework: [
    '{name} goes for two walks of half an hour before the next session and notes how the evening was afterwards.',
    '{name} writes down one thing a day that went well, in one line.',
    '{name} uses the speaker and listener steps once, for ten minutes, about something small.',
    '{name} calls the support person once without a reason.',
    '{name} says one limit calmly and writes down what happened next.',
    '{name} chooses what the next family evening is about.',
    '{name} checks the date on the naloxone kit.',
  ],
  focus: {
    early: [
      'What each of them hopes will be different in three months, and what already works.',
      'How an ordinary evening runs, from the first key in the door to the last light.',
      'Who carries what at home, and who would like to put something down.',
    ],
    middle: [
      'Saying a limit without a threat, and hearing one without a quarrel.',
      'Early signs of a hard week, and what each of them does first.',
      'Help that makes using easier and help that helps recovery, with examples of their own.',
    ],
    later: [
      'Small promises of the past month: which were kept, which need other words.',
      'What the family does now without being asked, and how to keep it.',
      'The plan for the coming months, and who is called when.',
    ],
  },
  came: 'Present: {names}.',
  absent: 'Not present: {names}.',
  happened: {
    early: [
      'They went round the table with one hope each. {name} spoke last and longest. The others listened without interrupting.',
      'The genogram was begun. {name} added two people whom nobody had mentioned before, and the tone became warmer.',
      'A disagreement about money came up early. With turns of two minutes each, both sides could say what they feared.',
    ],
    middle: [
      'They practised speaker and listener with a small matter from the kitchen. {name} repeated in own words before answering.',
      '{name} told of a situation at the bus stop and how it passed. The family asked what had helped, not why it had happened.',
      'Three situations were sorted into help that makes using easier and help that helps recovery. They agreed on two of the three.',
    ],
    later: [
      'They opened the list of promises themselves. {name} had kept one that was hard, and it was seen.',
      'The session was calm. {name} led the round at the end and asked each for one sentence.',
      'They looked back at the first weeks. {name} remembered another order of events, and that could stand side by side.',
    ],
  },
  alone: [
    '{name} told how the past weeks had been and what nobody asks about. At the end one wish was put into a sentence that can be said at the table.',
    '{name} sorted what belongs into the family session and what stays here. Two things were cleared to be said there.',
    '{name} spoke about the own days: work, sleep, friends. A small plan for the week was made, with one person who knows about it.',
  ],
  setback: [
    'Since the last session {name} used once, on a Thursday evening, and told the family the next morning. The kit was at hand and not needed. They used the steps they had written down: who is told, who stays, what waits until the morning.',
    '{name} missed two days of medication and used on the second. The prescriber was called the same day and the dose was settled again. The family described what helped that evening and what they would do sooner.',
  ],
  milestones: [
    'Thirty days were marked with a breakfast, as {name} had wished.',
    '{name} began part-time work and told it at the start of the session.',
    'The family kept their evening together for four weeks in a row.',
    '{name} finished the first course of the evening school.',
  ],
  assessment: {
    early: [
      'Much worry, much goodwill. They speak about one another more than to one another.',
      'The family is tired and still comes. Turns are hard to keep; with structure they succeed.',
    ],
    middle: [
      'They interrupt less and ask more. Limits are named, not yet kept by everyone.',
      'Contact between the generations has grown. Decisions still rest on one pair of shoulders.',
    ],
    later: [
      'They notice early signs without the therapist and use what they agreed.',
      'Tasks are spread more evenly. Disagreement is spoken out and ends on the same day.',
    ],
  },
  risk: [
    'Asked about overdose, thoughts of suicide and violence at home: none reported. Naloxone at home, date valid.',
    'No new concerns about safety. Steps for an emergency were repeated by a member from memory.',
    'Lower tolerance was talked through. The family knows where the kit is and whom to call.',
  ],
  riskAfterSetback:
    'Asked about overdose, intent and thoughts of suicide, in private as well: none reported. Tolerance is lower after the pause; this was said plainly. Naloxone at home, a second kit was handed out.',
  response: [
    '{name} was engaged from the first minutes and took up the exercise.',
    '{name} was reserved at first and lively in the second half.',
    '{name} stayed with a hard subject and found an ending for it.',
    '{name} listened for a long time, then said it in one sentence.',
  ],
  plan: [
    'Go on with the agreement about evenings; look at it again next time.',
    'Next session with everyone. Begin with the homework, then the agenda of the family.',
    'Speaker and listener once more, this time with a subject that matters.',
    'Invite whoever was missing in writing, with two dates to choose from.',
  ],
  annex: [
    '{name} spoke about sleep and about the wish to be asked more often. Energy seemed better than last time.',
    '{name} was quiet today and said that this is all right. Asked alone, nothing pressing.',
    '{name} named two people outside the family who can be called, and wrote the numbers down.',
    '{name} would like more say in how the weekend is planned.',
  ],
  ownAnnex: [
    '{name} described a craving on the way home and how it passed with a call.',
    '{name} takes the medication as prescribed and keeps the appointments. The evenings are the hardest hours.',
  ],
  addendum: 'After the session the date of the next appointment was confirmed by phone. Nothing else was discussed.',
  cancelWords: [
    'Shift at work was moved; they asked for the same hour next week.',
    'A child has a fever.',
    'They called in the morning and asked for another day.',
  ],
  wentWell: [
    '{name} asked a question and let the answer stand.',
    '{name} said what was hard this week and what helped.',
    '{name} kept the promise from last time.',
    '{name} made room for the others to speak.',
  ],
  nextDate: (day) => `The next session is on ${spokenDay(day, 'en-GB')}.`,
  answers: [
    'Yes, that is how it was.',
    'I remember that we said Saturday, not Sunday.',
    'Thank you for writing this down.',
  ],
};
