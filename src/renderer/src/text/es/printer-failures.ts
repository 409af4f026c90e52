import { failureText as say } from '../types.ts';

export const printerFailures = {
  'printer-in-use': say(
    'Esta impresora aún tiene trabajo',
    'Hay impresiones que la esperan, están en camino o quizá ya salieron.',
    'Envíe las tarjetas en espera a otra impresora y resuelva antes las demás en la cola.',
  ),
  'labels-low': say(
    'A una impresora se le acaban las etiquetas',
    'Según su contador, el rollo está casi terminado.',
    'Tenga listo un rollo nuevo y ajuste el contador en «Impresoras» al cargarlo.',
  ),
  'test-page-unknown': say(
    'No hay una página de prueba válida',
    'La última corresponde a otros ajustes o ya se utilizó.',
    'Imprima una página de prueba nueva.',
  ),
  'settings-locked': say(
    'Esto está fijado para este puesto',
    'No se puede cambiar aquí, así que no se cambió nada.',
    'Pregunte a quien se ocupa de los ajustes del puesto.',
  ),
};
