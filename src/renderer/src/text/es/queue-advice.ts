import type { QueueAdviceText } from '../en/queue-advice.ts';

export const queueAdvice: QueueAdviceText = {
  'left-behind': {
    title: 'Puede que quede una tarjeta en la cola de la impresora',
    what: 'El sistema de impresión no dejó que Badge Station la retirara. Puede salir más tarde, o su imagen puede quedarse en el disco.',
    next: 'Abra la cola de esta impresora en los ajustes del sistema y borre lo que haya en ella, o pídaselo a su equipo de TI.',
  },
  'preserve-job-files': {
    title: 'El sistema de impresión guarda los documentos impresos',
    what: 'Badge Station retira los suyos después de imprimir. Si este equipo falla entretanto, la imagen de una tarjeta queda en su disco.',
    next: 'Pida a su equipo de TI que ponga «PreserveJobFiles No» en cupsd.conf y reinicie CUPS.',
  },
  'keep-printed': {
    title: 'Windows guarda los documentos impresos en esta cola',
    what: 'Badge Station retira los suyos después de imprimir. Si este equipo falla entretanto, la imagen de una tarjeta queda en su disco.',
    next: 'Pida a su equipo de TI que desactive «Conservar los documentos después de su impresión» en las propiedades avanzadas de la impresora.',
  },
  'error-policy': {
    title: 'La cola podría imprimir más tarde, por sí sola, una tarjeta que falló',
    what: 'Badge Station retira su tarjeta cuando una impresora no avanza. Si este equipo falla entretanto, la tarjeta podría salir sin que nadie la pida.',
    next: 'Pida a su equipo de TI que ponga «printer-error-policy=abort-job» para esta cola.',
  },
  'keeping-unknown': {
    title: 'Aquí no se puede ver si se guardan los documentos impresos',
    what: 'Esta cuenta no puede leer los ajustes del sistema de impresión. Badge Station retira sus propios documentos después de imprimir.',
    next: 'Su equipo de TI puede asegurarse con «PreserveJobFiles No» en cupsd.conf.',
  },
};
