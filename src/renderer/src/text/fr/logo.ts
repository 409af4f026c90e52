import { failureText as say } from '../types.ts';

export const logoFailures = {
  'logo-unusable': say(
    'Le logo est laissé de côté',
    'Les badges sont imprimés sans logo.',
    'Indiquez un fichier PNG de 1 Mo et 4 000 pixels de côté au plus, sans code, puis redémarrez Badge Station.',
  ),
};
