import { failureText as say } from '../types.ts';
import type { BatchText } from '../en/batch.ts';

export const batch: BatchText = {
  title: 'Listas',
  key: 'Abrir las listas',
  intro: 'Tarjetas para muchas personas. Cada una pasa las comprobaciones de una sola, una tras otra.',
  wish: {
    label: 'Qué reciben las personas de la lista',
    kinds: {
      badge: {
        name: 'Tarjetas',
        what: 'Una primera para quien no tiene, y una nueva para quien tiene un código terminado o a punto de terminar.',
      },
      temporary: { name: 'Códigos temporales', what: 'Para un turno, junto a la tarjeta.' },
      extend: {
        name: 'Más tiempo',
        what: 'Las tarjetas que terminan pronto duran más. No sale nada en papel.',
      },
    },
  },
  withinDays: '¿Terminar en cuántos días cuenta como pronto?',
  hours: 'Horas de validez',
  slips: 'Poner cada PIN en un papel aparte',
  pinsHint: 'Los PIN esperan sellados en este puesto y se muestran uno a uno al entregar la tarjeta.',
  from: { label: 'De dónde vienen las personas', file: 'Archivo', text: 'Texto pegado' },
  file: {
    what: 'Un archivo CSV con una columna para el número de empleado, el UPN o el nombre, y una línea por persona.',
    button: 'Elegir un archivo',
  },
  paste: { label: 'Una tabla, o una columna de números o UPN', button: 'Leer el texto' },
  readList: 'Leer la lista',
  reading: {
    title: 'Buscando a las personas de la lista…',
    progress: (done, of) => `${done} de ${of} personas`,
    what: 'Esto no cambia nada.',
    stop: 'Dejar de leer',
  },
  patience: (time) => `Microsoft pide paciencia hasta ${time}. Después sigue por sí solo.`,
  ready: {
    title: (count) => (count.n === 1 ? 'Le toca a 1 persona' : `Les toca a ${count.text} personas`),
    nothing: 'Nadie de esta lista necesita nada',
    what: 'Todavía no ha cambiado nada. Cada persona se comprueba otra vez cuando le toca.',
    ends: 'Donde se sustituye una tarjeta que funciona, la siguiente espera a que se escanee la nueva.',
    start: 'Empezar',
    discard: 'Descartar la lista',
  },
  run: {
    title: 'La lista está en marcha',
    progress: (done, of) => `${done} de ${of} hechas`,
    now: (name) => `Ahora: ${name}`,
    waits: {
      paper: 'Esperando a la impresora.',
      scan: 'Escanee la tarjeta que ha salido. Solo entonces termina el siguiente código antiguo.',
      person: 'Una tarjeta le necesita. Abra la cola.',
    },
    ahead: 'Creadas, aún sin terminar',
    pause: 'Pausar',
    scan: 'Escanear aquí',
    otherBadge: 'No era esta tarjeta. Escanee la última que ha salido.',
  },
  paused: {
    title: 'La lista está en pausa',
    whys: {
      person: 'Alguien la ha puesto en pausa.',
      trouble: 'Algo estorba a todas las personas de la lista.',
      locked: 'El puesto se ha bloqueado.',
      restart: 'Badge Station se cerró con la lista en marcha.',
    },
    safe: 'A nadie se atiende dos veces y a nadie se olvida.',
    goOn: 'Seguir',
    end: 'Terminar aquí',
  },
  ended: {
    title: 'La lista ha terminado',
    pins: (count) =>
      count.n === 1
        ? '1 PIN espera sellado. Muéstrelo desde la cola al entregar la tarjeta.'
        : `${count.text} PIN esperan sellados. Muéstrelos uno a uno desde la cola al entregar las tarjetas.`,
    save: 'Guardar el informe',
    saved: 'El informe está guardado. No contiene ningún código ni PIN.',
    again: 'Volver a mirar a quienes no se atendió',
    close: 'Cerrar el informe',
  },
  people: {
    label: 'Personas de la lista',
    show: 'Mostrar',
    all: 'Todas',
    line: (line) => `Línea ${line}`,
    more: 'Mostrar más',
    none: 'Nadie aquí.',
  },
  counts: {
    waiting: 'En espera',
    begun: 'En creación',
    issued: 'En camino',
    done: 'Terminado',
    'left-out': 'Fuera',
    failed: 'No es posible',
    unsure: 'Por revisar',
  },
  notes: {
    'listed-twice': 'Dos veces en la lista',
    'line-unreadable': 'Esta línea no se puede leer',
    'line-without-key': 'Esta línea no nombra a nadie',
    'line-disagrees': 'El número y el UPN son de personas distintas',
    'not-unique': 'Encaja más de una persona',
    'own-badge': 'Es usted',
    'code-fresh': 'Tiene una tarjeta que dura lo bastante',
    'code-changed': 'Otra persona ha creado un código entretanto',
    'has-temporary': 'Tiene un código temporal que funciona',
    'badge-under-way': 'Ya hay una tarjeta en camino',
    'not-begun': 'La lista se terminó antes',
    'badge-cancelled': 'La tarjeta se canceló',
    'picture-lost': 'Hay un código y su tarjeta se perdió: vuelva a mirar',
    'half-done': 'El código antiguo terminó y falta el nuevo: vuelva a mirar',
    'outcome-unknown': 'Nadie sabe qué pasó: vuelva a mirar',
  },
};

export const batchFailures = {
  'list-unreadable': say(
    'No se ha podido abrir el archivo',
    'Badge Station no puede leerlo o ya no está.',
    'Cópielo en este equipo y elíjalo de nuevo.',
  ),
  'list-encoding': say(
    'Las letras de este archivo no son seguras',
    'No está guardado en UTF-8 o no es una tabla, y los nombres podrían leerse mal.',
    'Guárdelo como «CSV UTF-8» y elíjalo de nuevo.',
  ),
  'list-columns': say(
    'Ninguna columna nombra a las personas',
    'La primera línea debe nombrar cada columna una vez: número de empleado, UPN o nombre.',
    'Añada o corrija la primera línea y lea la lista de nuevo.',
  ),
  'list-broken': say(
    'Esto no es una tabla',
    'Demasiadas líneas no se pueden leer.',
    'Guarde la lista otra vez como CSV y elíjala.',
  ),
  'list-too-long': say(
    'La lista es demasiado larga',
    'Una lista puede tener 5.000 personas y 4 megabytes.',
    'Divídala o elija un grupo más pequeño.',
  ),
  'batch-running': say(
    'Hay una lista en marcha',
    'El puesto atiende a una persona cada vez, así que una tarjeta suelta espera.',
    'Ponga la lista en pausa, emita la tarjeta y siga con la lista.',
  ),
  'batch-in-hand': say(
    'Otra lista no ha terminado',
    'Solo puede haber una lista en curso.',
    'Siga con ella o termínela, y después lea esta.',
  ),
  'report-unwritable': say(
    'No se ha podido guardar el informe',
    'No se ha escrito nada ahí.',
    'Elija otra carpeta.',
  ),
};
