import { failureText as say } from '../types.ts';

export const logoFailures = {
  'logo-unusable': say(
    'Das Logo wird weggelassen',
    'Ausweise werden ohne Logo gedruckt.',
    'Nennen Sie eine PNG-Datei bis 1 MB und 4.000 Pixel Kantenlänge ohne Code, und starten Sie Badge Station neu.',
  ),
};
