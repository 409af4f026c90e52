import type { SlipText } from '../en/slip.ts';
import { failureText as say } from '../types.ts';

export const slip: SlipText = {
  title: 'PIN-Zettel',
  what: (printer: string) =>
    `Druckt die PIN mit ${printer} auf ein eigenes Stück Papier. Auf dem Bildschirm erscheint nichts.`,
  print: 'PIN-Zettel drucken',
  queued: 'Der PIN-Zettel wartet auf den Druck',
  queuedWhat: 'Er wird von selbst gedruckt, sobald der Drucker bereit ist.',
  sending: (printer: string) => `Der PIN-Zettel wird an ${printer} gesendet`,
  sent: (printer: string) =>
    `Der PIN-Zettel wurde an ${printer} gesendet. Nehmen Sie ihn heraus und geben Sie ihn dem Inhaber.`,
  confirmed: (printer: string) =>
    `${printer} meldet den PIN-Zettel als fertig. Nehmen Sie ihn heraus und geben Sie ihn dem Inhaber.`,
  byPerson: 'Sie haben gesagt, dass der PIN-Zettel herausgekommen ist.',
  handedOver: 'Der PIN-Zettel wurde übergeben.',
  held: 'Der PIN-Zettel wartet auf Sie',
  unsure: 'Ist ein PIN-Zettel herausgekommen?',
  unsureWhat: 'Sehen Sie am Drucker nach, bevor Sie antworten. Wer den Zettel findet, kann die PIN benutzen.',
  cancelled: 'Der PIN-Zettel wurde abgebrochen.',
  expired: 'Der PIN-Zettel hat zu lange gewartet und wurde gelöscht.',
  replaced: 'Jetzt gilt eine neuere PIN. Der Zettel mit der alten wird nicht mehr gedruckt.',
  yes: 'Ja, er ist herausgekommen',
  newPin: 'Neue PIN setzen',
  newPinWhat:
    'Die sichere Antwort, wenn Sie es nicht wissen: Ein Zettel, der irgendwo liegt, ist dann wertlos.',
  again: 'Nein, noch einmal drucken',
  againWhat: 'Dieselbe PIN wird noch einmal gedruckt, als Kopie 2.',
  notOut: 'Es kam kein Zettel heraus',
  cancel: 'Zettel abbrechen',
  release: 'Erneut senden',
  unfinished: 'Der PIN-Zettel ist noch nicht fertig.',
  line: (state: string) => `PIN-Zettel: ${state}`,
};

export const slipFailures = {
  'slip-not-set-up': say(
    'Für PIN-Zettel ist kein Drucker eingerichtet',
    'Eine PIN wird nur gedruckt, wenn die Einstellungen dafür einen Drucker nennen.',
    'Zeigen Sie die PIN auf dem Bildschirm, oder lassen Sie einen Drucker für PIN-Zettel einrichten.',
  ),
  'slip-shares-paper': say(
    'Die PIN käme auf das Papier des Ausweises',
    'Dieser Drucker hat kein Messer und druckt auch Ausweise, also wären Ausweis und PIN auf einem Streifen.',
    'Zeigen Sie die PIN auf dem Bildschirm, oder richten Sie einen anderen Drucker für PIN-Zettel ein.',
  ),
  'slip-unfinished': say(
    'Der PIN-Zettel ist noch nicht fertig',
    'Noch hat niemand gesagt, ob der Zettel mit der PIN herausgekommen ist.',
    'Beantworten Sie die Frage zum Zettel oder brechen Sie ihn ab, dann geht es weiter.',
  ),
};
