import type { ConsentText } from './texts';

/** Texto propio de Kinfold. Lo que debe decir: 42 CFR 2.31(a); el aviso a quien lee: 42 CFR 2.32. */
export const spanish: ConsentText = {
  title: 'Permiso para compartir lo que lee nuestra familia',
  giver: 'Este es el permiso de {giver}.',
  discloser: 'Quién puede compartir: {clinic}, por medio de las personas que trabajan allí con mi familia.',
  information:
    'Qué se puede compartir: las líneas sobre mí en los resúmenes que la clínica escribe para mi familia después de una sesión. Una línea dice qué salió bien, qué decidimos, qué hace alguien hasta la próxima vez o cuándo nos vemos de nuevo. Las notas, los resultados de pruebas y los medicamentos no forman parte.',
  recipients: 'Quién puede leerlo: {recipients}. Nadie más.',
  purpose: 'Para qué sirve: {purpose}',
  purposes: {
    'family-support': 'para que mi familia sepa cómo apoyarme y apoyarse entre sí.',
    'shared-decisions': 'para que cumplamos lo que decidimos juntos.',
    safety: 'para que mi familia y yo estemos a salvo.',
  },
  revoking:
    'Puedo retirarlo en cualquier momento y por cualquier motivo. Se lo digo a cualquier persona de la clínica, en persona, por teléfono o por escrito. Desde ese minuto no se muestra nada más. Lo que ya se leyó no se puede deshacer.',
  refusing:
    'No tengo que firmar. Si no firmo, mi tratamiento sigue igual. Las personas nombradas aquí no leen entonces esas líneas.',
  expiry: 'Este permiso termina por sí solo el {expires}, o antes si lo retiro.',
  redisclosure:
    'A quienes leen se les dice: las normas federales (42 CFR parte 2) protegen lo que leen. No pueden pasarlo a otros, y no se puede usar en un tribunal ni por una autoridad en mi contra, salvo que yo lo acepte por escrito o esas normas lo permitan.',
  signature: 'Firma: {signer}',
  secondSignature: 'Firma también: {name} ({relationship})',
  relationships: { parent: 'madre o padre', guardian: 'tutora o tutor' },
  witness: 'Testigo en la clínica: {witness}',
  date: 'Día: {date}',
  copy: 'Recibí una copia.',
  months: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  dateForm: '{day} de {month} de {year}',
  and: 'y',
};
