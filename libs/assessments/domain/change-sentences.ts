import type { CannotSayReason, ChangeCategory } from './change';
import type { LocalText } from './instrument';

/** Said to the therapist and to the respondent alike: no reason blames anybody, and none hides that a number is missing. */
export const CANNOT_SAY_SENTENCES: Readonly<Record<CannotSayReason, LocalText>> = {
  'different-instrument': {
    en: 'We cannot say: these are two different measures, so their numbers do not compare.',
    es: 'No podemos decirlo: son dos medidas distintas y sus números no se comparan.',
  },
  'different-version': {
    en: 'We cannot say: the questions or the way of counting changed between the two times.',
    es: 'No podemos decirlo: las preguntas o la forma de contar cambiaron entre las dos veces.',
  },
  'not-scored': {
    en: 'We cannot say: at one of the two times too few questions were answered to give a total.',
    es: 'No podemos decirlo: en una de las dos veces se respondieron muy pocas preguntas para dar un total.',
  },
  'no-parameters': {
    en: 'We cannot say: this measure has no published figures that tell a real change from everyday ups and downs.',
    es: 'No podemos decirlo: esta medida no tiene cifras publicadas que separen un cambio real de los altibajos de cada día.',
  },
  'unusable-parameters': {
    en: 'We cannot say: the figures held for this measure do not allow the calculation. Check them against their source.',
    es: 'No podemos decirlo: las cifras guardadas de esta medida no permiten el cálculo. Compruébelas con su fuente.',
  },
  'no-direction': {
    en: 'We cannot say: no source tells whether a higher number is better on this measure.',
    es: 'No podemos decirlo: ninguna fuente indica si en esta medida es mejor un número más alto.',
  },
  'missing-items': {
    en: 'We cannot say: some questions were left out, and their answers could have changed the result.',
    es: 'No podemos decirlo: algunas preguntas quedaron sin responder y podrían haber cambiado el resultado.',
  },
};

export const CATEGORY_SENTENCES: Readonly<Record<ChangeCategory, LocalText>> = {
  'reliable-improvement': {
    en: 'Better, by more than measurement error alone would explain.',
    es: 'Mejor, más de lo que explicaría por sí solo el error de medida.',
  },
  'reliable-worsening': {
    en: 'Harder than before, by more than measurement error alone would explain.',
    es: 'Más difícil que antes, más de lo que explicaría por sí solo el error de medida.',
  },
  'no-reliable-change': {
    en: 'No change beyond what measurement error alone could explain.',
    es: 'Sin un cambio mayor de lo que podría explicar por sí solo el error de medida.',
  },
};
