import { failureText as say } from '../types.ts';

export const logoFailures = {
  'logo-unusable': say(
    'Het logo wordt weggelaten',
    'Badges worden zonder logo afgedrukt.',
    'Noem een PNG-bestand van hoogstens 1 MB en 4.000 pixels per zijde zonder code, en start Badge Station opnieuw.',
  ),
};
