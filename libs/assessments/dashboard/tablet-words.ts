import type { Language } from '@kinfold/assessments/domain';

/** The words around the questions, said to whoever holds the tablet. The questions themselves come with the instrument. */
export interface TabletWords {
  readonly begin: string;
  readonly length: (questions: number, minutes: number) => string;
  readonly progress: (question: number, of: number) => string;
  readonly back: string;
  readonly next: string;
  readonly leaveOut: string;
  readonly takeBack: string;
  readonly keys: (options: number) => string;
  readonly review: string;
  readonly reviewHint: string;
  readonly counts: (answered: number, leftOut: number) => string;
  readonly noAnswer: string;
  readonly change: string;
  readonly send: string;
  readonly sending: string;
  readonly failed: string;
  readonly failedDetail: string;
  readonly tryAgain: string;
  readonly thanks: string;
  readonly handBack: string;
  readonly closed: string;
  readonly closedDetail: string;
  readonly therapist: string;
}

export const TABLET_WORDS: Readonly<Record<Language, TabletWords>> = {
  en: {
    begin: 'Begin',
    length: (questions, minutes) => `${questions} questions, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    progress: (question, of) => `Question ${question} of ${of}`,
    back: 'Back',
    next: 'Next',
    leaveOut: 'Leave this one out',
    takeBack: 'Take my answer back',
    keys: (options) => `Keys: 1 to ${options} answer, the arrows go back and on.`,
    review: 'Your own answers',
    reviewHint: 'Look them over if you like. Touch an answer to change it.',
    counts: (answered, leftOut) =>
      leftOut === 0 ? `You answered all ${answered}.` : `You answered ${answered} and left out ${leftOut}.`,
    noAnswer: 'left out',
    change: 'Change',
    send: 'Send my answers',
    sending: 'Sending',
    failed: 'Your answers are not sent yet',
    failedDetail: 'They are still here. Try again, or tell your therapist.',
    tryAgain: 'Try again',
    thanks: 'Thank you',
    handBack: 'Your answers are with your therapist now. Please hand the tablet back.',
    closed: 'There is nothing to answer here now',
    closedDetail: 'The answers were sent before, or the questions were taken back. Please hand the tablet back.',
    therapist: 'For the therapist',
  },
  es: {
    begin: 'Empezar',
    length: (questions, minutes) =>
      `${questions} preguntas, ${minutes === 1 ? 'cerca de un minuto' : `unos ${minutes} minutos`}.`,
    progress: (question, of) => `Pregunta ${question} de ${of}`,
    back: 'Atrás',
    next: 'Siguiente',
    leaveOut: 'Dejar esta sin responder',
    takeBack: 'Quitar mi respuesta',
    keys: (options) => `Teclas: del 1 al ${options} responden, las flechas van atrás y adelante.`,
    review: 'Sus propias respuestas',
    reviewHint: 'Mírelas si quiere. Toque una respuesta para cambiarla.',
    counts: (answered, leftOut) =>
      leftOut === 0
        ? `Ha respondido a las ${answered}.`
        : `Ha respondido a ${answered} y ha dejado ${leftOut} sin responder.`,
    noAnswer: 'sin responder',
    change: 'Cambiar',
    send: 'Enviar mis respuestas',
    sending: 'Enviando',
    failed: 'Sus respuestas aún no se han enviado',
    failedDetail: 'Siguen aquí. Inténtelo de nuevo o avise a su terapeuta.',
    tryAgain: 'Intentar de nuevo',
    thanks: 'Gracias',
    handBack: 'Sus respuestas ya están con su terapeuta. Por favor, devuelva la tableta.',
    closed: 'Ahora no hay nada que responder aquí',
    closedDetail: 'Las respuestas ya se enviaron, o se retiraron las preguntas. Por favor, devuelva la tableta.',
    therapist: 'Para su terapeuta',
  },
};
