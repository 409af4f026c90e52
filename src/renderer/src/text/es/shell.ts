import type { ShellText } from '../en/shell.ts';

export const shell: ShellText = {
  product: 'Badge Station',
  loading: 'Cargando…',
  skipLink: 'Ir al contenido principal',
  general: {
    back: 'Atrás',
    cancel: 'Cancelar',
    close: 'Cerrar',
    tryAgain: 'Volver a intentarlo',
    details: 'Detalles para su equipo de informática',
  },
  practice: {
    marker: 'PRÁCTICA',
    note: 'Organización de práctica: nada llega a Microsoft y ninguna tarjeta es real.',
  },
  nav: {
    label: 'Pantallas',
    wizard: 'Tarjetas',
    queue: 'Cola',
    history: 'Historial',
    printers: 'Impresoras',
    needsYou: (count) => (count.n === 1 ? '1 tarjeta le espera' : `${count.text} tarjetas le esperan`),
  },
  printer: {
    label: 'Impresora',
    none: 'Ninguna impresora configurada',
    noneNext: 'No se puede imprimir nada hasta que este puesto tenga una impresora configurada.',
    moods: {
      ready: 'Lista',
      attention: 'Necesita ayuda',
      offline: 'Sin conexión',
      silent: 'No responde a preguntas',
      unknown: 'Sin comprobar',
    },
    check: 'Comprobar ahora',
    checking: 'Preguntando a la impresora…',
    allWell: 'No se conoce ningún obstáculo.',
    details: (model, media) => `${model}, ${media}`,
  },
  session: {
    online: 'En línea',
    offline: 'Sin conexión',
    menu: 'Sesión de',
    switchOperator: 'Cambiar de cuenta',
    signOut: 'Cerrar sesión',
    offlineTitle: 'No hay conexión',
    offlineWhat:
      'Las tarjetas de la cola se pueden seguir imprimiendo y entregando. Los códigos nuevos necesitan conexión.',
  },
  signIn: {
    title: 'Iniciar sesión en Badge Station',
    intro: 'Use su propia cuenta de trabajo. Su rol decide para quién puede emitir tarjetas.',
    button: 'Iniciar sesión con Microsoft',
    waitingTitle: 'Termine de iniciar sesión en el navegador',
    waitingWhat: 'Se ha abierto una ventana del navegador. Vuelva aquí cuando acabe.',
    practiceWaiting: 'La página de práctica para iniciar sesión se ha abierto sobre esta ventana.',
    practiceOpenAgain: 'Abrir otra vez la página de práctica',
  },
  warnings: {
    label: 'Avisos',
    notKept: {
      title: 'Tendrá que iniciar sesión otra vez tras un reinicio',
      what: 'Este equipo no tiene un almacén de claves que Badge Station pueda usar; la sesión queda solo en memoria.',
      next: 'Pida a su equipo de informática un almacén de claves (en Linux, un llavero) para esta cuenta.',
    },
    secretsNotKept: {
      title: 'Las tarjetas sin imprimir no sobreviven a un reinicio',
      what: 'Sin almacén de claves, los códigos que aún no están en papel quedan solo en memoria.',
      next: 'Termine todas las tarjetas antes de cerrar Badge Station o apagar el equipo.',
    },
  },
  practiceBrowser: {
    title: 'Página de práctica para iniciar sesión',
    what: 'Sustituye a la página de inicio de sesión de Microsoft. Nadie inicia sesión de verdad.',
    choose: 'Elija quién es usted',
    close: 'Cerrar esta página',
  },
  screenPrinter: {
    title: 'Impresora en pantalla',
    show: 'Mostrar la impresora en pantalla',
    hide: 'Ocultar la impresora en pantalla',
    empty: 'Aún no ha salido nada. Las tarjetas de práctica aparecen aquí.',
    page: (place) => `Tarjeta ${place} de la impresora en pantalla`,
  },
  openWork: {
    title: (count) =>
      count.n === 1 ? '1 tarjeta está sin terminar' : `${count.text} tarjetas están sin terminar`,
    open: 'Abrir la cola',
  },
  leave: {
    title: (name) => `¿Dejar a ${name} para más tarde?`,
    what: 'No se pierde nada. Lo encontrará en la cola y podrá seguir desde ahí.',
    stay: 'Quedarse aquí',
    leave: 'Terminar más tarde',
  },
  help: {
    title: 'Ayuda del teclado',
    open: 'Ayuda del teclado',
    keys: {
      find: 'Buscar a una persona',
      primary: 'Hacer lo que dice el botón principal',
      back: 'Volver un paso atrás; no se pierde nada',
      verify: 'Escanear la tarjeta',
      queue: 'Abrir la cola',
      lock: 'Bloquear el puesto',
      history: 'Abrir el historial',
      printers: 'Abrir las impresoras',
      help: 'Mostrar esta ayuda',
      reveal: 'Mantener sobre «Mantener para ver el PIN»: muestra el PIN',
    },
  },
  crash: {
    title: 'Esta ventana ha dejado de funcionar',
    what: 'Las tarjetas y los códigos se guardan fuera de esta ventana y están a salvo.',
    next: 'Volver a cargar la ventana',
  },
};
