import type { PeopleText } from '../en/people.ts';

export const people: PeopleText = {
  ways: {
    label: 'Cómo encontrar a la persona',
    search: 'Buscar',
    reports: 'Mi equipo',
    group: 'Grupo',
    unit: 'Unidad administrativa',
  },
  own: {
    button: 'Mi propia tarjeta',
    title: 'Esta es su propia tarjeta',
    what: 'Si su último inicio de sesión fue hace más de diez minutos, Microsoft le pide que inicie sesión de nuevo.',
    next: 'Si Microsoft no le deja cambiar aquí sus propios códigos, pídaselo a otra persona autorizada.',
  },
  lists: {
    placeLabel: { group: 'Nombre del grupo', unit: 'Nombre de la unidad administrativa' },
    find: 'Mostrar',
    places: 'Resultados',
    noPlace: (text) =>
      `No se encontró nada para «${text}». Pruebe con el principio de otra palabra del nombre.`,
    members: (place) => `Personas en ${place}`,
    reports: 'Personas a su cargo',
    reading: 'Leyendo la lista…',
    nobody: 'No hay nadie en esta lista.',
    another: 'Elegir otro nombre',
    notAllowed: {
      title: 'Esta lista no está abierta para usted',
      what: 'Necesita un permiso que Badge Station o su cuenta no tiene. Todo lo demás funciona sin él.',
      next: 'Busque por nombre o número de empleado, o pida el permiso a su equipo de TI.',
    },
  },
  byCode: {
    link: 'Iniciar sesión en otro dispositivo',
    preparing: 'Pidiendo un código a Microsoft…',
    address: 'Abra esta dirección en otro dispositivo',
    code: 'Escriba allí este código',
    until: (time) => `El código vale hasta las ${time}. Esta página sigue por sí sola cuando termine.`,
    practice: 'Hacer de otro dispositivo',
  },
  help: (number) => `Qué dice Microsoft del error ${number}`,
  hints: {
    'not-set-up': 'Badge Station no está bien registrado en su organización.',
    'not-assigned': 'Su cuenta no está entre las que pueden usar Badge Station.',
    blocked: 'Una regla de su organización no permite iniciar sesión desde este equipo.',
    account: 'La cuenta está bloqueada, desactivada o no existe.',
    'other-organisation': 'La cuenta es de otra organización.',
    approval: 'Un administrador tiene que aprobar antes Badge Station.',
  },
};
