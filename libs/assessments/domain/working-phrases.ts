import type { Language } from './instrument';

/** The words around the numbers of a working. A third language is one more entry. */
export interface WorkingPhrases {
  readonly answered: string;
  readonly leftOut: string;
  readonly turned: string;
  readonly total: string;
  readonly points: (count: string, isOne: boolean) => string;
  readonly possible: (lowest: string, highest: string) => string;
  readonly between: (lowest: string, highest: string) => string;
  readonly filledIn: (answered: number, items: number) => string;
  readonly tooFew: (answered: number, items: number) => string;
  readonly nothingAnswered: string;
  readonly partWithoutNumber: string;
  readonly lower: (points: string) => string;
  readonly higher: (points: string) => string;
  readonly same: string;
  readonly noDifference: string;
}

export const WORKING_PHRASES: Readonly<Record<Language, WorkingPhrases>> = {
  en: {
    answered: 'answered',
    leftOut: 'left out',
    turned: 'turned around, because this one points the other way',
    total: 'All together',
    points: (count, isOne) => `${count} ${isOne ? 'point' : 'points'}`,
    possible: (lowest, highest) => `possible ${lowest} to ${highest}`,
    between: (lowest, highest) => `depending on what was left out, between ${lowest} and ${highest}`,
    filledIn: (answered, items) => `${answered} of ${items} answered, the average stands in for the rest`,
    tooFew: (answered, items) => `no number, because only ${answered} of ${items} were answered`,
    nothingAnswered: 'no number, because nothing was answered',
    partWithoutNumber: 'no number, because one part has none',
    lower: (points) => `${points} lower than before`,
    higher: (points) => `${points} higher than before`,
    same: 'the same as before',
    noDifference: 'there are no two totals to compare',
  },
  es: {
    answered: 'respuesta',
    leftOut: 'sin responder',
    turned: 'se le da la vuelta, porque esta apunta en el otro sentido',
    total: 'En conjunto',
    points: (count, isOne) => `${count} ${isOne ? 'punto' : 'puntos'}`,
    possible: (lowest, highest) => `posible de ${lowest} a ${highest}`,
    between: (lowest, highest) => `según lo que quedó sin responder, entre ${lowest} y ${highest}`,
    filledIn: (answered, items) => `${answered} de ${items} con respuesta, la media ocupa el lugar del resto`,
    tooFew: (answered, items) => `sin número, porque solo ${answered} de ${items} tienen respuesta`,
    nothingAnswered: 'sin número, porque no hay ninguna respuesta',
    partWithoutNumber: 'sin número, porque una parte no lo tiene',
    lower: (points) => `${points} menos que antes`,
    higher: (points) => `${points} más que antes`,
    same: 'igual que antes',
    noDifference: 'no hay dos totales que comparar',
  },
};
