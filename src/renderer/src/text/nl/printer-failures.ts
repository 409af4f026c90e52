import { failureText as say } from '../types.ts';

export const printerFailures = {
  'printer-in-use': say(
    'Deze printer heeft nog werk',
    'Er wachten afdrukken op, er is iets onderweg of misschien al uitgekomen.',
    'Stuur wachtende badges naar een andere printer en handel de overige eerst af in de wachtrij.',
  ),
  'labels-low': say(
    'Een printer raakt door zijn etiketten heen',
    'Volgens de teller is de rol bijna op.',
    'Leg een nieuwe rol klaar en stel de teller in onder Printers als u die plaatst.',
  ),
  'test-page-unknown': say(
    'Er is geen geldige testpagina',
    'De laatste hoort bij andere instellingen of is al gebruikt.',
    'Druk een nieuwe testpagina af.',
  ),
  'settings-locked': say(
    'Dit ligt vast voor dit station',
    'Het kan hier niet worden gewijzigd; er is niets veranderd.',
    'Vraag het aan wie de instellingen van het station beheert.',
  ),
};
