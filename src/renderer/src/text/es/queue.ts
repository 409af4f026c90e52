import type { QueueText } from '../en/queue.ts';

export const queue: QueueText = {
  title: 'Cola',
  summary: (count) =>
    count.n === 1 ? '1 tarjeta está sin terminar' : `${count.text} tarjetas están sin terminar`,
  empty: 'No hay nada en espera.',
  emptyFilter: 'Aquí no hay nada.',
  emptyNext: 'Buscar a una persona',
  loading: 'Leyendo la cola…',
  filters: { label: 'Mostrar', all: 'Todo', person: 'Le necesita', printer: 'Espera a la impresora' },
  list: 'Tarjetas sin terminar',
  states: {
    queued: 'En espera de imprimirse',
    sending: 'Enviando a la impresora',
    sent: 'Enviada, aún sin escanear',
    confirmed: 'Confirmada por la impresora, aún sin escanear',
    verified: 'Escaneada, aún sin entregar',
    'handed-over': 'Entregada',
    held: 'Le espera a usted',
    unsure: '¿Ha salido una tarjeta?',
    cancelled: 'Cancelada',
    expired: 'Código terminado',
    replaced: 'Sustituida por un código más nuevo',
  },
  reasons: {
    offline: {
      what: 'No se llega a la impresora.',
      next: 'Revise la corriente y el cable. La tarjeta se imprimirá sola.',
    },
    busy: {
      what: 'La impresora está ocupada con otra cosa.',
      next: 'Espere un momento. La tarjeta se imprimirá sola.',
    },
    paused: {
      what: 'La impresora está en pausa.',
      next: 'Pulse pausa o avance en la impresora para seguir.',
    },
    'media-empty': {
      what: 'La impresora no tiene etiquetas.',
      next: 'Cargue un rollo. La tarjeta se imprimirá sola.',
    },
    'media-mismatch': {
      what: 'El material cargado tiene otro tamaño.',
      next: 'Cargue el tamaño previsto para esta impresora y envíe la tarjeta otra vez.',
    },
    'cover-open': {
      what: 'La tapa de la impresora está abierta.',
      next: 'Ciérrela. La tarjeta se imprimirá sola.',
    },
    'head-hot': {
      what: 'El cabezal está demasiado caliente.',
      next: 'Deje que se enfríe un minuto. La tarjeta se imprimirá sola.',
    },
    'cutter-jam': {
      what: 'El cortador está atascado.',
      next: 'Abra la tapa y libere el cortador. La tarjeta se imprimirá sola.',
    },
    'printer-fault': {
      what: 'La impresora informa de una avería.',
      next: 'Mire su pantalla, apáguela y enciéndala. La tarjeta se imprimirá sola.',
    },
    'printer-unknown': {
      what: 'La impresora ya no está configurada aquí.',
      next: 'Configúrela de nuevo, o cancele esta tarjeta y sustitúyala.',
    },
    'permission-denied': {
      what: 'Esta cuenta no puede usar la impresora.',
      next: 'Pida acceso a su equipo de informática y envíe la tarjeta otra vez.',
    },
    'not-readable': {
      what: 'La tarjeta preparada no se pudo volver a leer, así que no se envió.',
      next: 'Use una tarjeta más grande u otra impresora y luego sustitúyala.',
    },
    'holder-mismatch': {
      what: 'El código nombra a otra persona, así que no se envió.',
      next: 'Cancele esta tarjeta y emítala de nuevo.',
    },
    'seal-lost': {
      what: 'El código guardado ya no se puede abrir.',
      next: 'Cancele esta tarjeta y sustitúyala.',
    },
    parked: { what: 'Se dejó para terminarla más tarde.', next: 'Siga con ella cuando quiera.' },
    interrupted: {
      what: 'Badge Station se detuvo mientras se enviaba esta tarjeta.',
      next: 'Mire la impresora y luego responda a la pregunta.',
    },
    vanished: {
      what: 'La impresora se desconectó.',
      next: 'Conéctela de nuevo. La tarjeta se imprimirá sola.',
    },
    stalled: {
      what: 'La impresora dejó de aceptar datos.',
      next: 'Apáguela y enciéndala. La tarjeta se imprimirá sola.',
    },
    'fault-while-printing': {
      what: 'La impresora informó de una avería mientras imprimía.',
      next: 'Mire qué ha salido y luego responda a la pregunta.',
    },
  },
  noJob: {
    pin: 'Un PIN espera a ser mostrado',
    waiting: 'Sin terminar',
  },
  printer: (name) => `Impresora: ${name}`,
  age: (time) => `Empezada ${time}`,
  expires: (when) => `El código termina: ${when}`,
  serial: (serial) => `Número de serie ${serial}`,
  copy: (copy) => `Copia ${copy}`,
  current: 'Abierta en la pantalla de tarjetas',
  actions: {
    goOn: 'Seguir',
    answer: 'Responder',
    release: 'Enviar otra vez',
    cancel: 'Cancelar la tarjeta',
    dismiss: 'Archivar',
  },
  cancelDialog: {
    title: (name) => `¿Cancelar la tarjeta de ${name}?`,
    what: 'No se imprimirá, y se borra lo que hay guardado del código. El código en sí sigue en Microsoft Entra hasta que se sustituya, se quite o caduque.',
    reason: 'Motivo',
    reasons: {
      'wrong-person': 'Persona equivocada',
      'not-needed': 'Ya no hace falta',
      'paper-spoiled': 'El papel se ha estropeado',
      other: 'Otro motivo',
    },
    confirm: 'Cancelar la tarjeta',
    keep: 'Conservarla',
  },
};
