import type { StorageText } from '../en/storage.ts';

export const storage: StorageText = {
  tryAgain: 'Intentar otra vez',
  aside: {
    button: 'Apartarla y empezar de nuevo…',
    title: '¿Apartar la cola dañada?',
    what: 'Se empieza una cola vacía. El archivo dañado cambia de nombre y se guarda para su equipo de informática; no se borra nada.',
    lost: 'Lo que se va con ella: tarjetas que aún no están en papel, PIN que aún no se han mostrado y el registro de lo emitido. Los códigos de Microsoft Entra quedan como están.',
    reading: 'Mirando qué se puede leer todavía…',
    known: (count) =>
      count.n === 1 ? '1 persona no estaba terminada:' : `${count.text} personas no estaban terminadas:`,
    nobody: 'Nadie esperaba una tarjeta ni un PIN.',
    unreadable:
      'Ya no se puede leer nada. Quien estaba siendo atendido quizá no tenga una tarjeta que funcione.',
    maybeMore: 'Puede que hubiera más, que ya no se pueden leer.',
    check:
      'Busque a cada una y mire lo que tiene. Quien no tenga tarjeta en la mano recibe una con «Sustituir la tarjeta»; quien no tenga PIN, uno con «PIN nuevo».',
    confirm: 'Apartarla',
    keep: 'Dejarla como está',
    done: 'Se ha apartado una cola anterior',
    kept: (file) => `Se guarda como ${file} en la carpeta de datos de este puesto.`,
  },
  unfinished: {
    list: 'Sin terminar',
    noBadge: 'Aún sin tarjeta',
    unreadable: 'Tarjeta ya no legible',
    pin: 'PIN aún sin mostrar',
  },
  seal: {
    title: 'Las tarjetas y los PIN de antes no se pueden abrir',
    what: 'El almacén de claves de este equipo no da la clave con la que están sellados. Tampoco se puede emitir nada nuevo.',
    next: 'Reinicie con la cuenta que configuró este puesto y con su almacén de claves desbloqueado. Solo si no es posible, empiece con una clave nueva.',
    button: 'Empezar con una clave nueva…',
    question: '¿Empezar con una clave nueva?',
    means:
      'Las tarjetas que aún no están en papel no se podrán imprimir y los PIN sin mostrar no se podrán mostrar. Vuelven si vuelve la clave antigua. Si no, hay que sustituir cada una.',
    afterwards: 'Después se pueden emitir tarjetas nuevas otra vez.',
    confirm: 'Empezar con una clave nueva',
    keep: 'Ahora no',
    signIn: 'Inicie sesión primero: el registro anota quién lo decidió.',
  },
};
