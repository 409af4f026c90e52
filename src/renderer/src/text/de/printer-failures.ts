import { failureText as say } from '../types.ts';

export const printerFailures = {
  'printer-in-use': say(
    'Dieser Drucker hat noch zu tun',
    'Es warten Drucke auf ihn, sind unterwegs oder kamen vielleicht schon heraus.',
    'Schicken Sie wartende Ausweise an einen anderen Drucker und beantworten oder beenden Sie die übrigen zuerst in der Warteschlange.',
  ),
  'labels-low': say(
    'Einem Drucker gehen die Etiketten aus',
    'Laut Zähler ist die Rolle fast aufgebraucht.',
    'Legen Sie eine neue Rolle bereit und stellen Sie den Zähler unter „Drucker“, wenn Sie sie einlegen.',
  ),
  'test-page-unknown': say(
    'Es gibt keine gültige Testseite',
    'Die letzte gehört zu anderen Einstellungen oder wurde schon ausgewertet.',
    'Drucken Sie eine neue Testseite.',
  ),
  'settings-locked': say(
    'Das ist für diese Station festgelegt',
    'Es lässt sich hier nicht ändern, also wurde nichts geändert.',
    'Fragen Sie, wer die Einstellungen der Station betreut.',
  ),
};
