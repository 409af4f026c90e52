import type { WaitText } from '../en/wait.ts';

export const wait: WaitText = {
  steps: {
    'create-method': 'creando el código de la tarjeta y el PIN',
    'delete-standard': 'terminando el código anterior',
    'create-standard': 'creando el código nuevo',
    'delete-temporary': 'terminando el código temporal anterior',
    'create-temporary': 'creando el código temporal',
    'extend-standard': 'cambiando la fecha de fin',
    'reset-pin': 'poniendo un PIN nuevo',
    'delete-method': 'quitando el código y el PIN',
  },
  only: (what) => `Ahora: ${what}`,
  step: (at, of, what) => `Paso ${at} de ${of}: ${what}`,
  seconds: (count) => (count.n === 1 ? 'desde hace 1 segundo' : `desde hace ${count.text} segundos`),
  slow: 'Microsoft se toma su tiempo. Una respuesta lenta puede tardar un minuto y medio.',
  looking: 'Averiguando qué ha pasado',
  stopWhat: 'Puede dejar de esperar. Antes se averigua lo que Microsoft quizá ya haya hecho.',
};
