import { failureText as say } from '../types.ts';

export const directoryFailures = {
  bug: say(
    'Algo ha ido mal dentro de Badge Station',
    'El paso se ha detenido. Lo guardado antes está a salvo.',
    'Vuelva a intentarlo. Si se repite, reinicie Badge Station y muestre los detalles de abajo a su equipo de informática.',
  ),
  'bad-request': say(
    'El paso no se ha podido llevar a cabo',
    'La ventana ha pedido algo que el puesto no acepta.',
    'Revise lo que ha escrito. Si se repite, reinicie Badge Station.',
  ),
  'unknown-sender': say(
    'Se ha rechazado una petición',
    'No venía de la ventana de Badge Station.',
    'Reinicie Badge Station y avise a su equipo de informática.',
  ),
  busy: say(
    'Otro paso sigue en marcha',
    'Dos pasos a la vez podrían estorbarse.',
    'Espere a que acabe y vuelva a intentarlo.',
  ),
  cancelled: say(
    'El paso se ha detenido',
    'Terminó antes de completarse.',
    'Empiécelo otra vez cuando quiera.',
  ),
  locked: say(
    'El puesto está bloqueado',
    'Las tarjetas que ya están en camino se siguen imprimiendo.',
    'Desbloquee el puesto para seguir.',
  ),
  'not-signed-in': say(
    'Nadie ha iniciado sesión',
    'Para buscar y emitir hace falta una sesión.',
    'Inicie sesión y vuelva a intentarlo.',
  ),
  'sign-in-cancelled': say(
    'Se ha cancelado el inicio de sesión',
    'Nadie ha iniciado sesión.',
    'Inicie sesión cuando quiera.',
  ),
  'sign-in-busy': say(
    'Ya hay un inicio de sesión en marcha',
    'Solo puede haber uno a la vez.',
    'Termínelo en el navegador o cancélelo aquí.',
  ),
  'sign-in-offline': say(
    'No se llega a Microsoft para iniciar sesión',
    'Se conserva la sesión anterior, pero no se ha podido renovar.',
    'Revise la conexión y vuelva a intentarlo.',
  ),
  'sign-in-refused': say(
    'Microsoft ha terminado esta sesión',
    'La cuenta o sus derechos han cambiado.',
    'Inicie sesión otra vez. Si no funciona, pregunte a su equipo de informática.',
  ),
  'sign-in-interaction-required': say(
    'Microsoft quiere volver a verle',
    'El inicio de sesión necesita otra confirmación suya.',
    'Inicie sesión otra vez y repita el paso.',
  ),
  'sign-in-consent-required': say(
    'Badge Station aún no está aprobado',
    'Antes, la administración tiene que aprobarlo para su organización.',
    'Pida a su equipo de informática que apruebe Badge Station en Microsoft Entra.',
  ),
  'sign-in-failed': say(
    'El inicio de sesión no ha funcionado',
    'Nadie ha iniciado sesión.',
    'Vuelva a intentarlo. Si se repite, muestre los detalles de abajo a su equipo de informática.',
  ),
  'browser-not-opened': say(
    'El navegador no se ha abierto',
    'La sesión se inicia en el navegador de este equipo.',
    'Elija un navegador predeterminado y vuelva a intentarlo.',
  ),
  'cloud-unsupported': say(
    'Esta nube de Microsoft no tiene inicio de sesión con código QR',
    'La organización está en una nube que no lo ofrece.',
    'Pregunte a su equipo de informática qué organización usar.',
  ),
  'stand-in-practice-only': say(
    'Esta versión solo funciona en modo de práctica',
    'Usa un sustituto del motor oficial, que no debe tocar ninguna organización real.',
    'Instale el Badge Station oficial para trabajar con su organización.',
  ),
  'graph-offline': say(
    'No se llega a Microsoft',
    'Buscar y emitir necesitan conexión. Las tarjetas de la cola se pueden terminar.',
    'Revise la conexión y vuelva a intentarlo.',
  ),
  'connection-untrusted': say(
    'No se puede confiar en la conexión con Microsoft',
    'En el camino se presentó un certificado que este equipo no acepta; no se envió nada. Su inicio de sesión se conserva.',
    'Revise la fecha del equipo. Si es correcta, pregunte a su equipo de TI: el certificado de un proxy que inspecciona debe estar en el almacén del sistema.',
  ),
  'graph-host-refused': say(
    'Se ha rechazado una dirección inesperada',
    'La respuesta señalaba a un servidor con el que Badge Station no habla.',
    'Avise a su equipo de informática y muestre los detalles de abajo.',
  ),
  'graph-outcome-unknown': say(
    'No sabemos si Microsoft ha llevado a cabo el paso',
    'La respuesta se perdió por el camino. Nada se repite a ciegas.',
    'Abra la cola: dice cómo está todo y qué se puede hacer.',
  ),
  'graph-throttled': say(
    'Microsoft pide ir más despacio',
    'Llegaron demasiadas peticiones de esta organización a la vez.',
    'Espere un minuto y vuelva a intentarlo.',
  ),
  'graph-unavailable': say(
    'Microsoft tiene un problema en este momento',
    'El servicio responde que ahora no puede trabajar.',
    'Vuelva a intentarlo en unos minutos.',
  ),
  'graph-token-refused': say(
    'Microsoft ya no acepta esta sesión',
    'El paso no se ha llevado a cabo.',
    'Inicie sesión otra vez y repita el paso.',
  ),
  'graph-claims-challenge': say(
    'Microsoft pide otra prueba de que es usted',
    'Este paso necesita un inicio de sesión más fuerte.',
    'Inicie sesión otra vez, confirme y repita el paso.',
  ),
  'graph-refused': say(
    'Microsoft ha rechazado el paso',
    'Su cuenta no puede hacerlo.',
    'Pregunte a su equipo de informática qué rol necesita.',
  ),
  'graph-refused-role': say(
    'No puede cambiar a esta persona',
    'Su rol no la incluye.',
    'Pida ayuda a alguien cuyo rol incluya a esta persona o este sitio.',
  ),
  'graph-refused-self': say(
    'No puede cambiar su propia tarjeta de esta forma',
    'Aquí Microsoft no permite emitir para uno mismo.',
    'Pídaselo a otra persona del equipo.',
  ),
  'graph-policy-refused': say(
    'El inicio de sesión con código QR no está activado para esta persona',
    'La directiva de inicio de sesión de su organización no la incluye.',
    'Pida a su equipo de informática que la añada a la directiva de código QR.',
  ),
  'graph-bad-answer': say(
    'No se ha podido entender la respuesta de Microsoft',
    'No tenía la forma esperada.',
    'Vuelva a intentarlo. Si se repite, muestre los detalles de abajo a su equipo de informática.',
  ),
  'graph-bad-request': say(
    'Microsoft no ha aceptado la petición',
    'El paso no se ha llevado a cabo.',
    'Vuelva atrás y revise lo elegido. Si se repite, muestre los detalles de abajo a su equipo de informática.',
  ),
  'holder-not-found': say(
    'Esta persona ya no está en el directorio',
    'Se quitó o cambió de nombre entretanto.',
    'Busque otra vez.',
  ),
  'method-not-found': say(
    'Aún no tiene tarjeta',
    'Esta persona no tiene código QR ni PIN.',
    'Emita una primera tarjeta.',
  ),
  'method-exists': say(
    'Ya tiene una tarjeta',
    'La primera tarjeta es solo para quien no tiene ninguna.',
    'Elija «Sustituir la tarjeta» o «Código temporal».',
  ),
  'code-exists': say(
    'Ya hay un código activo de este tipo',
    'Microsoft solo permite uno a la vez.',
    'Termine o sustituya el actual y vuelva a intentarlo.',
  ),
  'code-not-found': say(
    'No hay ningún código activo de este tipo',
    'Ha terminado, se quitó o no existió nunca.',
    'Mire qué tiene ahora la persona y elija otra vez.',
  ),
  'lifetime-refused': say(
    'Esta duración no es posible',
    'Una tarjeta dura de 1 a 395 días desde su inicio; un código temporal, de 1 a 12 horas.',
    'Elija otra duración o sustituya la tarjeta.',
  ),
  'pin-refused': say(
    'Microsoft no ha aceptado el PIN',
    'Las reglas de su organización difieren de lo ajustado aquí.',
    'Pregunte a su equipo de informática la longitud del PIN y vuelva a intentarlo.',
  ),
  'pin-not-disclosed': say(
    'Microsoft no nos ha dicho el PIN nuevo',
    'El PIN ha cambiado, pero nadie lo conoce.',
    'Establezca otra vez un PIN nuevo. Solo cuenta el último.',
  ),
};
