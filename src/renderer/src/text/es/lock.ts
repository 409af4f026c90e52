import type { LockText } from '../en/lock.ts';

export const lock: LockText = {
  button: 'Bloquear el puesto',
  title: 'El puesto está bloqueado',
  whys: {
    person: 'Alguien lo bloqueó.',
    idle: 'Nadie lo ha tocado desde hace un rato.',
    system: 'Se bloqueó la pantalla de este equipo.',
    sleep: 'Este equipo entró en suspensión.',
  },
  since: (time) => `Bloqueado desde: ${time}.`,
  who: (name) => `${name} tiene la sesión iniciada.`,
  printing: (count) =>
    count.n === 1 ? 'Se está imprimiendo 1 credencial.' : `Se están imprimiendo ${count.text} credenciales.`,
  waiting: (count) =>
    count.n === 1
      ? '1 credencial espera a una persona.'
      : `${count.text} credenciales esperan a una persona.`,
  quiet: 'No hay nada en espera.',
  goesOn: 'Las credenciales se siguen imprimiendo mientras el puesto está bloqueado.',
  unlock: 'Desbloquear',
  unlockHint: 'Microsoft le pide que demuestre quién es.',
  someoneElse: 'Iniciar sesión con otra cuenta',
  needsConnection: 'Para desbloquear hace falta conexión.',
};
