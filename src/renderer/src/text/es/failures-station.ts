import { failureText as say } from '../types.ts';

export const stationFailures = {
  'holder-disabled': say(
    'Esta cuenta está desactivada',
    'Con un código nuevo no se podría iniciar sesión.',
    'Pida a su equipo de informática que active la cuenta. Los códigos en uso sí se pueden terminar.',
  ),
  'holder-guest': say(
    'Es una cuenta de invitado',
    'El inicio de sesión con código QR es para miembros de su propia organización.',
    'Use la cuenta propia de la persona, si la tiene.',
  ),
  'holder-mismatch': say(
    'El código nombra a otra persona',
    'No coincide con la persona de la pantalla, así que no se ha impreso.',
    'Busque otra vez a la persona y emita un código nuevo.',
  ),
  'licence-missing': say(
    'No se ha encontrado licencia para esta persona',
    'Microsoft pide una para cada persona que inicia sesión con código QR, por ejemplo Microsoft 365 F1 o F3.',
    'Puede seguir. Si no consigue iniciar sesión, pida una licencia a su equipo de informática.',
  ),
  'work-unfinished': say(
    'Hay algo más sin terminar para esta persona',
    'Un código, una tarjeta o un PIN de un paso anterior sigue en espera. Este paso no lo toca.',
    'Mire en la cola y termínelo antes o después de este paso.',
  ),
  'plan-stale': say(
    'Algo ha cambiado desde la comprobación',
    'La comprobación es demasiado antigua, o los códigos de la persona ya son otros. No se ha hecho nada.',
    'Compruebe otra vez y siga.',
  ),
  'plan-impossible': say(
    'Este paso no es posible ahora',
    'Al menos una comprobación lo impide. No se ha hecho nada.',
    'Lea las comprobaciones, arregle lo que indican y compruebe otra vez.',
  ),
  'clock-wrong': say(
    'El reloj de este equipo va mal',
    'Los códigos empezarían o terminarían a la hora equivocada.',
    'Ponga la fecha y la hora en automático y compruebe otra vez.',
  ),
  'payload-invalid': say(
    'El código de Microsoft no se puede usar',
    'Está vacío o es demasiado grande para una tarjeta; no se ha impreso nada.',
    'Sustituya la tarjeta para obtener otro código.',
  ),
  'symbol-does-not-fit': say(
    'El código no cabe en esta tarjeta',
    'Sus cuadros serían demasiado pequeños para escanearlos.',
    'Use etiquetas más grandes o una impresora más fina.',
  ),
  'badge-unreadable': say(
    'La tarjeta preparada no se pudo volver a leer',
    'Una tarjeta que no se puede escanear no se imprime.',
    'Use etiquetas más grandes u otra impresora.',
  ),
  'font-missing': say(
    'Falta un tipo de letra para este nombre',
    'El nombre no se podría escribir bien en la tarjeta.',
    'Reinstale Badge Station o diga el nombre a su equipo de informática.',
  ),
  'printer-unknown': say(
    'Esta impresora no está configurada aquí',
    'Se quitó o cambió de nombre en los ajustes.',
    'Elija otra impresora.',
  ),
  'printer-not-chosen': say(
    'No hay ninguna impresora elegida',
    'Este paso imprime una tarjeta.',
    'Elija una impresora y compruebe otra vez.',
  ),
  'printer-offline': say(
    'No se llega a la impresora',
    'Está apagada, o el cable o la red están cortados.',
    'Revise la corriente y el cable y compruebe otra vez.',
  ),
  'printer-refused': say(
    'La impresora ha rechazado la conexión',
    'Está encendida, pero ahora no acepta nada.',
    'Apáguela, enciéndala y compruebe otra vez.',
  ),
  'printer-busy': say(
    'La impresora está ocupada',
    'La usa otro equipo u otro trabajo.',
    'Espere un momento y compruebe otra vez.',
  ),
  'printer-vanished': say(
    'La impresora se desconectó',
    'Desapareció mientras se usaba.',
    'Conéctela de nuevo y mire qué ha salido.',
  ),
  'printer-silent': say(
    'La impresora no responde a preguntas',
    'Acepta tarjetas, pero no puede decir si hay papel ni si ha salido una tarjeta.',
    'Mírela usted antes y después de imprimir.',
  ),
  'printer-fault': say(
    'La impresora informa de una avería',
    'No puede imprimir hasta que se resuelva.',
    'Mire su pantalla, apáguela, enciéndala y compruebe otra vez.',
  ),
  'media-empty': say(
    'La impresora no tiene etiquetas',
    'Ahora no se puede imprimir nada.',
    'Cargue un rollo y compruebe otra vez.',
  ),
  'media-mismatch': say(
    'El material cargado tiene otro tamaño',
    'La tarjeta saldría cortada o desplazada.',
    'Cargue el tamaño previsto para esta impresora y compruebe otra vez.',
  ),
  'cover-open': say(
    'La tapa de la impresora está abierta',
    'Ahora no se puede imprimir nada.',
    'Ciérrela y compruebe otra vez.',
  ),
  paused: say(
    'La impresora está en pausa',
    'Espera a que alguien pulse una tecla.',
    'Pulse pausa o avance en la impresora.',
  ),
  'head-hot': say(
    'El cabezal está demasiado caliente',
    'La impresora se para sola hasta que se enfría.',
    'Espere un minuto y compruebe otra vez.',
  ),
  'cutter-jam': say(
    'El cortador está atascado',
    'Ahora no se puede imprimir nada.',
    'Abra la tapa y libere el cortador.',
  ),
  'address-invalid': say(
    'La dirección de una impresora no se entiende',
    'La impresora no se puede usar hasta que se corrija.',
    'Corrija la dirección en «Impresoras» o en los ajustes del puesto.',
  ),
  'address-practice-only': say(
    'Este tipo de impresora es solo para la práctica',
    'Dejaría tarjetas en archivos sin protección.',
    'Configure una impresora de verdad.',
  ),
  'language-unknown': say(
    'No se conoce el lenguaje de una impresora',
    'Badge Station no puede hablar con ella.',
    'Corrija el perfil de la impresora en los ajustes del puesto.',
  ),
  'profile-unknown': say(
    'No se conoce el perfil de una impresora',
    'La impresora no se puede usar.',
    'Elija su modelo en «Impresoras» o corrija el nombre del perfil en los ajustes del puesto.',
  ),
  'permission-denied': say(
    'Esta cuenta no puede usar la impresora',
    'El sistema no deja que Badge Station la abra.',
    'Pida a su equipo de informática acceso a la impresora.',
  ),
  'spool-unwritable': say(
    'La cola no se puede guardar',
    'Sin ella podría perderse un código, así que no se emite ninguno.',
    'Libere espacio en el disco y compruebe que se puede escribir en él.',
  ),
  'spool-corrupt': say(
    'La cola guardada está dañada',
    'Se ha dejado como está y no se puede emitir nada mientras se use.',
    'Reinicie una vez. Si sigue dañada, apártela, empiece de nuevo y avise a su equipo de informática.',
  ),
  'spool-newer': say(
    'La cola guardada es de una versión más nueva',
    'Esta versión no puede leerla y no la toca.',
    'Actualice Badge Station.',
  ),
  'spool-in-use': say(
    'Otro Badge Station usa esta cola',
    'Solo uno puede trabajar con ella a la vez.',
    'Cierre el otro y empiece de nuevo.',
  ),
  'spool-slow': say(
    'El disco de este equipo es lento',
    'Guardar un paso tardó segundos y la ventana se quedó parada. No se ha perdido nada.',
    'Avise a su equipo de informática: quizá el disco esté fallando o la carpeta de datos esté en una unidad de red.',
  ),
  'export-failed': say(
    'No se pudo escribir el archivo',
    'No ha quedado nada en su lugar y el registro sigue intacto.',
    'Elija otra carpeta o libere espacio en el disco y exporte de nuevo.',
  ),
  'seal-unavailable': say(
    'Este equipo no tiene un almacén de claves utilizable',
    'Los códigos y los PIN quedan solo en memoria y no sobreviven a un reinicio.',
    'Termine todas las tarjetas antes de cerrar Badge Station y pida un almacén de claves a su equipo de informática.',
  ),
  'seal-broken': say(
    'Lo guardado ya no se puede abrir',
    'La clave es de otra cuenta o de otro equipo, o el almacén de claves está bloqueado.',
    'Reinicie con la cuenta que configuró este puesto. Si no es posible, empiece con una clave nueva en la primera pantalla y sustituya la tarjeta.',
  ),
  'job-unknown': say(
    'Esta tarjeta ya no está en la cola',
    'Se terminó o se archivó.',
    'Abra la cola otra vez.',
  ),
  'intent-unknown': say(
    'Esta operación ya no está en la cola',
    'Se terminó o se archivó.',
    'Abra la cola otra vez.',
  ),
  'transition-refused': say(
    'Esto ya no es posible con la tarjeta',
    'Su estado ha cambiado entretanto.',
    'Mire su estado en la cola y elija otra vez.',
  ),
  'lease-lost': say(
    'Otra persona decidió antes sobre esta tarjeta',
    'La decisión posterior no se ha llevado a cabo.',
    'Mire su estado en la cola.',
  ),
  'payload-gone': say(
    'El código ya no está guardado aquí',
    'Se borró tras la entrega, el fin o la cancelación y no se puede leer otra vez.',
    'Sustituya la tarjeta para imprimir una nueva.',
  ),
  'pin-in-doubt': say(
    'Aún no se sabe qué PIN vale',
    'Otra operación para esta persona está sin resolver. Puede haber puesto otro PIN, y un PIN equivocado bloquea el acceso.',
    'Resuelva primero esa operación en la cola y vuelva después.',
  ),
  'pin-gone': say(
    'El PIN ya no está guardado aquí',
    'Se borró tras la entrega y no se puede leer otra vez.',
    'Establezca un PIN nuevo.',
  ),
  'code-expired': say('Este código ha terminado', 'Un código terminado no se imprime.', 'Emita uno nuevo.'),
  'code-replaced': say(
    'Un código más nuevo ha ocupado su lugar',
    'El anterior ya no funciona y no se imprime.',
    'Siga con la tarjeta más nueva.',
  ),
  'settings-unreadable': say(
    'No se han podido leer los ajustes del puesto',
    'Se usan los últimos ajustes buenos.',
    'Corríjalos y reinicie Badge Station.',
  ),
  'settings-invalid': say(
    'Uno de los ajustes del puesto no se puede usar',
    'Se usa el último valor bueno.',
    'Corrija el valor y reinicie Badge Station.',
  ),
};
