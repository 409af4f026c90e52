import type { SlipText } from '../en/slip.ts';
import { failureText as say } from '../types.ts';

export const slip: SlipText = {
  title: 'Papel con el PIN',
  what: (printer: string) =>
    `Imprime el PIN en ${printer}, en un papel aparte. No se muestra nada en la pantalla.`,
  print: 'Imprimir el PIN en papel',
  queued: 'El papel con el PIN espera para imprimirse',
  queuedWhat: 'Se imprime solo en cuanto la impresora esté lista.',
  sending: (printer: string) => `Enviando el papel con el PIN a ${printer}`,
  sent: (printer: string) => `El papel con el PIN se envió a ${printer}. Recójalo y entréguelo al titular.`,
  confirmed: (printer: string) =>
    `${printer} indica que el papel con el PIN está terminado. Recójalo y entréguelo al titular.`,
  byPerson: 'Usted dijo que el papel con el PIN salió.',
  handedOver: 'El papel con el PIN se entregó.',
  held: 'El papel con el PIN le espera',
  unsure: '¿Salió un papel con el PIN?',
  unsureWhat: 'Mire la impresora antes de responder. Quien encuentre el papel puede usar el PIN.',
  cancelled: 'El papel con el PIN se canceló.',
  expired: 'El papel con el PIN esperó demasiado y se borró.',
  replaced: 'Ahora vale un PIN más nuevo. El papel con el anterior ya no se imprime.',
  yes: 'Sí, salió',
  newPin: 'Establecer un PIN nuevo',
  newPinWhat: 'La respuesta segura si no lo sabe: un papel perdido ya no sirve de nada.',
  again: 'No, imprimir otra vez',
  againWhat: 'Se imprime el mismo PIN una vez más, como copia 2.',
  notOut: 'No salió ningún papel',
  cancel: 'Cancelar el papel',
  release: 'Enviar otra vez',
  unfinished: 'El papel con el PIN aún no está terminado.',
  line: (state: string) => `Papel con el PIN: ${state}`,
};

export const slipFailures = {
  'slip-not-set-up': say(
    'No hay impresora para los PIN',
    'Un PIN se imprime solo donde los ajustes indican una impresora para ello.',
    'Muestre el PIN en la pantalla o pida una impresora para los PIN.',
  ),
  'slip-shares-paper': say(
    'El PIN saldría en el papel de la tarjeta',
    'Esta impresora no tiene cortador y también imprime tarjetas: tarjeta y PIN quedarían en una misma tira.',
    'Muestre el PIN en la pantalla o configure otra impresora para los PIN.',
  ),
  'slip-unfinished': say(
    'El papel con el PIN no está terminado',
    'Nadie ha dicho todavía si el papel con el PIN salió.',
    'Responda a la pregunta sobre el papel o cancélelo, y luego siga.',
  ),
};
