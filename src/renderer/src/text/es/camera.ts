import type { CameraText } from '../en/camera.ts';

export const camera: CameraText = {
  use: 'Usar la cámara',
  stop: 'Detener la cámara',
  without: 'Seguir sin cámara',
  stays: 'La imagen no se guarda ni sale de este equipo.',
  picture: 'Imagen de la cámara',
  starting: 'La cámara se está iniciando',
  badge: 'Sostenga la tarjeta delante de la cámara.',
  testPage: 'Sostenga la página de prueba delante de la cámara.',
  choose: 'Cámara',
  unnamed: (number) => `Cámara ${number}`,
  mirror: 'Mostrar como en un espejo',
  again: 'Intentar de nuevo',
  troubles: {
    none: {
      title: 'No se encontró ninguna cámara',
      what: 'No hay ninguna conectada, o está apagada.',
      next: 'Conecte una cámara e inténtelo de nuevo, o use un lector.',
    },
    busy: {
      title: 'La cámara no se inicia',
      what: 'Quizá la esté usando otro programa.',
      next: 'Cierre el otro programa e inténtelo de nuevo, o use un lector.',
    },
    refused: {
      title: 'La cámara no se puede usar ahora',
      what: 'Solo está abierta mientras una tarjeta o una página de prueba espera a ser leída.',
      next: 'Inténtelo de nuevo, o use un lector.',
    },
    blocked: {
      title: 'Este equipo no deja que Badge Station use la cámara',
      what: 'Su configuración de privacidad lo impide.',
      next: 'Pida a su equipo de informática que permita la cámara para Badge Station, o use un lector.',
    },
    gone: {
      title: 'La imagen de la cámara terminó',
      what: 'La cámara se desconectó o se apagó.',
      next: 'Conéctela e inténtelo de nuevo, o use un lector.',
    },
    'no-decoder': {
      title: 'La imagen de la cámara no se puede leer',
      what: 'Una parte de Badge Station no se inició o se detuvo.',
      next: 'Inténtelo de nuevo. Si sigue igual, use un lector y avise a su equipo de informática.',
    },
  },
  hints: {
    nothing: {
      what: 'Todavía no se pudo leer nada.',
      next: 'Sostenga el código plano, a un palmo de distancia, con luz de lado y sin reflejos.',
    },
    mirrored: {
      what: 'El código se ve como en un espejo.',
      next: 'Si el texto de la tarjeta también está invertido, la impresión está mal: no la entregue. Si no, esta cámara invierte su imagen: elija otra cámara, o use un lector.',
    },
    several: {
      what: 'Hay más de un código en la imagen.',
      next: 'Muestre una sola tarjeta.',
    },
  },
};
