import type { AnswerOption, InstrumentDefinition, Item, LocalText, Parameter } from './instrument';

/**
 * The coping and self-care check for relatives, written for Kinfold.
 *
 * It borrows constructs, not wording, from the literature on relatives of people who use substances. On screen the areas have everyday
 * names, and what books call rescuing is worded as help that makes using easier beside help that helps recovery.
 * Questions go round the six areas, and close on what went well, so that nobody leaves the tablet with the hardest one.
 */

/** How often, in the past two weeks. Each step is a number of days a person can remember, so two people mean the same by it. */
const HOW_OFTEN: readonly AnswerOption[] = [
  { value: 0, label: { en: 'On no day', es: 'Ningún día' } },
  { value: 1, label: { en: 'On one or two days', es: 'Uno o dos días' } },
  { value: 2, label: { en: 'On some days', es: 'Algunos días' } },
  { value: 3, label: { en: 'On most days', es: 'La mayoría de los días' } },
  { value: 4, label: { en: 'Every day or almost', es: 'Todos los días o casi todos' } },
];

const NOT_KNOWN: Parameter = { value: null, source: null };

function item(id: string, en: string, es: string): Item {
  return { id, text: { en, es }, options: HOW_OFTEN };
}

function area(id: string, title: LocalText, construct: LocalText) {
  return { id, title, construct, plus: [`${id}-1`, `${id}-2`, `${id}-3`], minus: [], constant: 0 };
}

export const copingAndSelfCareCheck: InstrumentDefinition = {
  id: 'coping-and-self-care-check',
  version: '1.0.0',
  scoringVersion: '1.0.0',
  title: { en: 'Coping and self-care check', es: 'Repaso de afrontamiento y autocuidado' },
  clinicalName: { en: 'Codependency reflection', es: 'Reflexión sobre codependencia' },
  // Source of the criticism: Margasinski 2022 (imprecision, culture, feminist critique) and the encyclopaedic summary of the debate.
  clinicalNote: {
    en:
      'Codependency has no agreed definition and is not a recognised diagnosis; it has been criticised as imprecise, as bound to one culture, ' +
      'and from a feminist view. Read the answers as patterns to talk about, never as a disorder or as a word for a person.',
    es:
      'La codependencia no tiene una definición acordada ni es un diagnóstico reconocido; se ha criticado por imprecisa, por ser propia de una cultura ' +
      'y desde el feminismo. Lea las respuestas como patrones de los que hablar, nunca como un trastorno ni como una palabra para una persona.',
  },
  label: {
    en: 'Clinic reflection, not validated: no norms, no cut-offs',
    es: 'Reflexión de la clínica, sin validar: sin normas ni puntos de corte',
  },
  licence: {
    holder: 'The Kinfold authors',
    status: 'own-work',
    evidence: 'Written for this product and part of it, under the licence of the repository (Apache-2.0).',
    allowedModes: ['render', 'score-entry', 'scoring-only'],
  },
  respondent: 'relative',
  introduction: [
    {
      en: 'This check looks at how you cope and care for yourself while someone close to you lives with drug use or recovery.',
      es: 'Este repaso mira cómo lo lleva usted y cómo se cuida mientras alguien cercano vive con el consumo o la recuperación.',
    },
    {
      en: 'Some books call this codependency. People disagree about that word. It is not an illness, and this check does not label you.',
      es: 'Algunos libros lo llaman codependencia. No todos están de acuerdo con esa palabra. No es una enfermedad, y este repaso no le pone ninguna etiqueta.',
    },
    {
      en: 'There are no right or wrong answers. You may leave out any question. At the end you will see your own answers.',
      es: 'No hay respuestas buenas ni malas. Puede dejar cualquier pregunta sin responder. Al final verá sus propias respuestas.',
    },
  ],
  period: { en: 'In the past two weeks', es: 'En las últimas dos semanas' },
  higherMeans: {
    en: 'A higher number means that this part of life asked more of you in the past two weeks.',
    es: 'Un número más alto quiere decir que esta parte de la vida le pidió más en las últimas dos semanas.',
  },
  items: [
    item(
      'self-care-1',
      'I did something that was just for me, such as a walk, a call to a friend, or a rest.',
      'Hice algo solo para mí, como dar un paseo, llamar a una amistad o descansar.',
    ),
    item(
      'carrying-1',
      'I felt that it was up to me to keep things from going wrong.',
      'Sentí que me tocaba a mí evitar que las cosas salieran mal.',
    ),
    item(
      'feelings-1',
      'I kept my feelings to myself so that things would stay calm.',
      'Me guardé lo que sentía para que hubiera calma.',
    ),
    item(
      'helping-1',
      'I took care of something that drug use had caused, such as a bill, so that my loved one did not have to.',
      'Me encargué de algo que el consumo había causado, como una cuenta, para que mi ser querido no tuviera que hacerlo.',
    ),
    item('limits-1', 'I said yes when I wanted to say no.', 'Dije que sí cuando quería decir que no.'),
    item(
      'worry-1',
      'I checked where my loved one was or what they were doing, to ease my worry.',
      'Comprobé dónde estaba o qué hacía mi ser querido, para calmar mi preocupación.',
    ),
    item(
      'self-care-2',
      'I went without a meal, sleep, or care for my health because of what was going on.',
      'Me quedé sin comer, sin dormir o sin cuidar mi salud por lo que estaba pasando.',
    ),
    item(
      'carrying-2',
      'I tried to decide things for my loved one that were theirs to decide.',
      'Intenté decidir por mi ser querido cosas que le tocaba decidir a esa persona.',
    ),
    item('feelings-2', 'I said I was fine when I was not.', 'Dije que me sentía bien cuando no era así.'),
    item(
      'helping-2',
      'I gave help and worried that it would make using easier.',
      'Di ayuda y me preocupó que hiciera más fácil el consumo.',
    ),
    item(
      'limits-2',
      'I found it hard to keep a limit that matters to me.',
      'Me costó mantener un límite que es importante para mí.',
    ),
    item(
      'worry-2',
      'I found it hard to think about anything other than what might happen.',
      'Me costó pensar en algo que no fuera lo que podía pasar.',
    ),
    item(
      'helping-3',
      'I found it hard to tell help that makes using easier from help that helps recovery.',
      'Me costó distinguir la ayuda que hace más fácil el consumo de la ayuda que apoya la recuperación.',
    ),
    item('self-care-3', 'I put off something that I needed.', 'Dejé para más tarde algo que yo necesitaba.'),
    item(
      'carrying-3',
      'I left a task or a choice with the person it belonged to.',
      'Dejé una tarea o una decisión en manos de la persona a quien le tocaba.',
    ),
    item(
      'limits-3',
      'I said calmly what was all right for me and what was not.',
      'Dije con calma lo que estaba bien para mí y lo que no.',
    ),
    item(
      'feelings-3',
      'I told someone I trust how I really felt.',
      'Le conté a alguien de confianza cómo me sentía de verdad.',
    ),
    item(
      'worry-3',
      'I could rest or enjoy something without being on guard.',
      'Pude descansar o disfrutar de algo sin estar en alerta.',
    ),
  ],
  reversed: ['self-care-1', 'carrying-3', 'feelings-3', 'limits-3', 'worry-3'],
  subscales: [
    area('self-care', { en: 'Care for myself', es: 'Cuidado de mí' }, { en: 'Self-neglect', es: 'Descuido de sí' }),
    area(
      'carrying',
      { en: 'What I carry', es: 'Lo que cargo' },
      { en: 'Over-responsibility and control', es: 'Exceso de responsabilidad y control' },
    ),
    area(
      'feelings',
      { en: 'Room for my feelings', es: 'Espacio para lo que siento' },
      { en: 'Feeling suppression', es: 'Supresión de los sentimientos' },
    ),
    area(
      'helping',
      { en: 'Ways of helping', es: 'Formas de ayudar' },
      {
        en: 'Help that makes using easier, and help that helps recovery',
        es: 'Ayuda que hace más fácil el consumo y ayuda que apoya la recuperación',
      },
    ),
    area('limits', { en: 'My limits', es: 'Mis límites' }, { en: 'Boundary loss', es: 'Pérdida de límites' }),
    area(
      'worry',
      { en: 'Worry and rest', es: 'Preocupación y descanso' },
      { en: 'Worry vigilance', es: 'Vigilancia por preocupación' },
    ),
  ],
  missing: { okMissing: 0.5 },
  bands: null,
  direction: 'lower-is-better',
  parameters: { sd: NOT_KNOWN, reliability: NOT_KNOWN, cutoff: NOT_KNOWN },
};
