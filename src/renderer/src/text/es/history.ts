import type { HistoryText } from '../en/history.ts';

export const history: HistoryText = {
  title: 'Historial',
  intro: 'Lo que se ha hecho en este puesto, durante 400 días.',
  search: 'Nombre, usuario, número de serie u operador',
  period: 'Periodo',
  periods: {
    day: 'Últimas 24 horas',
    week: 'Últimos 7 días',
    month: 'Últimos 31 días',
    all: 'Hasta donde llegue',
  },
  filter: 'Mostrar',
  filters: { all: 'Todo', 'handed-over': 'Entregadas', otherwise: 'Otro final', copies: 'Segundas copias' },
  list: 'Operaciones',
  found: (count) =>
    count.n === 0 ? 'No se encontró nada' : count.n === 1 ? '1 operación' : `${count.text} operaciones`,
  reading: 'Buscando…',
  nothing: 'Nada coincide en este periodo.',
  more: 'Mostrar más',
  by: (operator) => `Por ${operator}`,
  carriedOut: 'Realizado',
  showTrail: 'Mostrar el registro',
  hideTrail: 'Ocultar el registro',
  trail: 'Entradas del registro',
  noTrail: 'El registro de esto se retiró al cumplirse su plazo.',
  record: {
    title: 'El registro',
    what: 'Cada paso deja una entrada con la huella de la anterior, de modo que un cambio se nota. No contiene códigos ni PIN.',
    newest: 'Entrada más reciente:',
    check: 'Comprobar el registro',
    checking: 'Comprobando…',
    whole: (count) =>
      count.n === 1
        ? 'El registro está íntegro: 1 entrada'
        : `El registro está íntegro: ${count.text} entradas, cada una sigue a la anterior`,
    removed: (entry) => `Las entradas hasta la ${entry} se retiraron al cumplirse su plazo.`,
    wholeLimit:
      'Aquí no se puede ver si se cortaron entradas más recientes del final. Anote la entrada más reciente, o guarde una exportación en otro lugar, y compare más tarde.',
    broken: 'El registro está roto',
    breaks: {
      changed: (entry) => `La entrada ${entry} se cambió después de escribirse.`,
      missing: (entry) => `Falta la entrada ${entry}.`,
      misplaced: (entry) => `La entrada ${entry} no está en su sitio.`,
      unlinked: (entry) => `La entrada ${entry} no sigue a la anterior.`,
      unreadable: (entry) => `La entrada ${entry} no se puede leer.`,
      orphaned: (entry) =>
        `Una tarjeta se apoya en la entrada ${entry}, que falta o dice otra cosa. Se cortaron entradas más recientes o se cambió la tarjeta.`,
    },
    brokenNext: 'Deje el puesto como está y avise a su equipo de informática.',
    exportTable: 'Exportar como tabla (CSV)',
    exportJson: 'Exportar como JSON',
    written: (file) =>
      `Escrito: ${file}. Nombra a personas; guárdelo donde solo puedan leerlo las adecuadas.`,
  },
};
