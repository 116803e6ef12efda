import { spokenDay } from './calendar';
import type { WordBook } from './words';

export const SPANISH: WordBook = {
  clinic: 'Clínica familiar La Ribera',
  rooms: ['Sala del jardín', 'Sala tranquila', 'Sala larga', 'Sala 4'],
  familyName: (surname) => `Familia ${surname}`,
  quotes: [
    'Me di cuenta de que esperé antes de contestar.',
    'Cuando la puerta se cierra tarde, no duermo.',
    'Ayudó que nadie levantara la voz esta semana.',
    'Prefiero que me pregunten a que me vigilen.',
    'Quiero creerlo, y todavía voy con cuidado.',
    'Nos reímos en la cena. Se me había olvidado.',
    'No quiero ser quien lleva la cuenta.',
    'Las mañanas son más fáciles cuando sé quién conduce.',
    'Dije que no y el día siguió.',
    'Echaba de menos esta mesa.',
  ],
  shifts: [
    '{name} dejó de mirar a la terapeuta y habló a la familia.',
    '{name} nombró un deseo en lugar de una queja.',
    'Un silencio largo, y {name} siguió con voz más suave.',
    '{name} hizo una pregunta y esperó la respuesta.',
  ],
  agreements: {
    early: [
      'Cenamos en familia dos noches por semana, con los teléfonos en otra habitación.',
      'Nadie registra bolsos ni cuartos. Las preocupaciones se dicen en la mesa.',
      'El dinero de la semana se acuerda el domingo y no se vuelve a abrir hasta el siguiente.',
      'Quien llegue después de las diez manda antes un mensaje corto.',
    ],
    middle: [
      'Cuando suben las voces, cualquiera puede pedir diez minutos, y después vuelve.',
      'La naloxona está en el cajón de la cocina, y cada cual ha enseñado dónde.',
      'Las citas de la medicación están en el calendario común, sin comentarios.',
      'La mañana del sábado es para algo agradable, para quien quiera venir.',
    ],
    later: [
      'Una vez al mes miramos qué se ha vuelto más fácil y lo decimos en voz alta.',
      'Si una semana se pone difícil, la primera llamada es a la persona de apoyo y la segunda a la clínica.',
      'Planeamos las fiestas con dos salidas: volver antes a casa y un paseo que cualquiera puede pedir.',
      'Cada cual guarda una tarde para sí, y nadie tiene que decir para qué.',
    ],
  },
  homework: [
    '{name} da dos paseos de media hora antes de la próxima sesión y apunta cómo fue la tarde.',
    '{name} apunta cada día, en una línea, algo que salió bien.',
    '{name} usa una vez los pasos de quien habla y quien escucha, diez minutos, con algo pequeño.',
    '{name} llama una vez a la persona de apoyo sin motivo.',
    '{name} dice un límite con calma y apunta qué pasó después.',
    '{name} elige de qué trata la próxima tarde en familia.',
    '{name} mira la fecha del kit de naloxona.',
  ],
  focus: {
    early: [
      'Qué espera cada cual que sea distinto en tres meses, y qué funciona ya.',
      'Cómo es una tarde cualquiera, desde la llave en la puerta hasta la última luz.',
      'Quién lleva qué en casa, y quién querría soltar algo.',
    ],
    middle: [
      'Decir un límite sin amenaza, y oírlo sin pelea.',
      'Primeras señales de una semana difícil, y qué hace cada cual primero.',
      'Ayuda que hace más fácil el consumo y ayuda que apoya la recuperación, con ejemplos propios.',
    ],
    later: [
      'Promesas pequeñas del último mes: cuáles se cumplieron, cuáles necesitan otras palabras.',
      'Qué hace ya la familia sin que nadie lo pida, y cómo conservarlo.',
      'El plan de los próximos meses, y a quién se llama cuándo.',
    ],
  },
  came: 'Presentes: {names}.',
  absent: 'No presentes: {names}.',
  happened: {
    early: [
      'Dieron la vuelta a la mesa con una esperanza cada cual. {name} habló al final. Los demás escucharon sin interrumpir.',
      'Se empezó el genograma. {name} añadió a dos personas que nadie había nombrado, y el tono se volvió más cálido.',
      'Pronto salió un desacuerdo por el dinero. Con turnos de dos minutos, las dos partes dijeron qué temían.',
    ],
    middle: [
      'Practicaron hablar y escuchar con un asunto pequeño de la cocina. {name} repitió con sus palabras antes de contestar.',
      '{name} contó una situación en la parada del autobús y cómo pasó. La familia preguntó qué ayudó, no por qué ocurrió.',
      'Se ordenaron tres situaciones según hicieran más fácil el consumo o apoyaran la recuperación. Coincidieron en dos.',
    ],
    later: [
      'Abrieron la lista de promesas sin ayuda. {name} había cumplido una difícil, y se vio.',
      'La sesión fue tranquila. {name} llevó la ronda final y pidió una frase a cada cual.',
      'Miraron atrás. {name} recordaba otro orden de las cosas, y las dos versiones pudieron quedar juntas.',
    ],
  },
  alone: [
    '{name} contó cómo habían sido las últimas semanas y lo que nadie pregunta. Al final un deseo quedó en una frase que se puede decir en la mesa.',
    '{name} separó lo que va a la sesión de familia y lo que se queda aquí. Dos cosas se pueden decir allí.',
    '{name} habló de sus propios días: trabajo, sueño, amistades. Se hizo un plan pequeño para la semana, con una persona que lo sabe.',
  ],
  setback: [
    'Desde la última sesión {name} consumió una vez, un jueves por la noche, y lo contó a la mañana siguiente. El kit estaba a mano y no hizo falta. Usaron los pasos que habían escrito: a quién se avisa, quién se queda, qué espera hasta la mañana.',
    '{name} pasó dos días sin medicación y consumió el segundo. Se llamó a quien la receta el mismo día y la dosis quedó ajustada. La familia contó qué ayudó esa noche y qué harían antes.',
  ],
  milestones: [
    'Los treinta días se celebraron con un desayuno, como quería {name}.',
    '{name} empezó un trabajo de media jornada y lo contó al principio de la sesión.',
    'La familia mantuvo su tarde común cuatro semanas seguidas.',
    '{name} terminó el primer curso de la escuela nocturna.',
  ],
  assessment: {
    early: [
      'Mucha preocupación y buena voluntad. Hablan más sobre los otros que con los otros.',
      'La familia está cansada y sigue viniendo. Cuesta respetar los turnos; con estructura lo consiguen.',
    ],
    middle: [
      'Interrumpen menos y preguntan más. Los límites se nombran; aún no todos los mantienen.',
      'Ha crecido el contacto entre generaciones. Las decisiones aún pesan en una sola persona.',
    ],
    later: [
      'Ven las primeras señales sin ayuda y usan lo que acordaron.',
      'Las tareas están mejor repartidas. El desacuerdo se dice y termina el mismo día.',
    ],
  },
  risk: [
    'Se preguntó por sobredosis, ideas de suicidio y violencia en casa: nada referido. Naloxona en casa, fecha vigente.',
    'Sin nuevas preocupaciones de seguridad. Una persona repitió de memoria los pasos de emergencia.',
    'Se habló de la menor tolerancia. La familia sabe dónde está el kit y a quién llamar.',
  ],
  riskAfterSetback:
    'Se preguntó por sobredosis, intención e ideas de suicidio, también a solas: nada referido. La tolerancia es menor tras la pausa; se dijo con claridad. Naloxona en casa, se entregó un segundo kit.',
  response: [
    '{name} participó desde los primeros minutos e hizo el ejercicio.',
    '{name} empezó con reserva y se animó en la segunda mitad.',
    '{name} se quedó con un tema difícil y le encontró un final.',
    '{name} escuchó mucho rato y después lo dijo en una frase.',
  ],
  plan: [
    'Seguir con el acuerdo de las tardes; mirarlo otra vez la próxima vez.',
    'Próxima sesión con todos. Empezar por las tareas y seguir con la agenda de la familia.',
    'Otra vez hablar y escuchar, ahora con un tema que importe.',
    'Invitar por escrito a quien faltó, con dos fechas.',
  ],
  annex: [
    '{name} habló del sueño y de las ganas de que le pregunten más. La energía parecía mejor.',
    '{name} estuvo en silencio y dijo que está bien así. A solas, nada urgente.',
    '{name} nombró a dos personas de fuera a las que se puede llamar y apuntó los números.',
    '{name} querría decidir más sobre el fin de semana.',
  ],
  ownAnnex: [
    '{name} describió ganas de consumir camino a casa y cómo pasaron con una llamada.',
    '{name} toma la medicación como está indicada y acude a las citas. Las tardes son las horas más difíciles.',
  ],
  addendum: 'Después de la sesión se confirmó por teléfono la fecha de la próxima cita. No se habló de nada más.',
  cancelWords: [
    'Cambió el turno de trabajo; pidieron la misma hora la semana próxima.',
    'Una de las criaturas tiene fiebre.',
    'Llamaron por la mañana y pidieron otro día.',
  ],
  wentWell: [
    '{name} hizo una pregunta y dejó estar la respuesta.',
    '{name} dijo qué fue difícil esta semana y qué ayudó.',
    '{name} cumplió la promesa de la última vez.',
    '{name} dejó sitio para que hablaran los demás.',
  ],
  nextDate: (day) => `La próxima sesión es el ${spokenDay(day, 'es')}.`,
  answers: ['Sí, así fue.', 'Recuerdo que dijimos sábado, no domingo.', 'Gracias por escribirlo.'],
};
