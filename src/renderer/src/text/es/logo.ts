import { failureText as say } from '../types.ts';

export const logoFailures = {
  'logo-unusable': say(
    'El logotipo se omite',
    'Las tarjetas se imprimen sin él.',
    'Indique un archivo PNG de hasta 1 MB y 4000 píxeles de lado, sin código, y vuelva a iniciar Badge Station.',
  ),
};
