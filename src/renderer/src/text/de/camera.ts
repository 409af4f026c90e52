import type { CameraText } from '../en/camera.ts';

export const camera: CameraText = {
  use: 'Kamera benutzen',
  stop: 'Kamera anhalten',
  without: 'Ohne Kamera weiter',
  stays: 'Das Bild wird nicht aufbewahrt und verlässt diesen Computer nicht.',
  picture: 'Kamerabild',
  starting: 'Die Kamera startet',
  badge: 'Halten Sie den Ausweis vor die Kamera.',
  testPage: 'Halten Sie die Testseite vor die Kamera.',
  choose: 'Kamera',
  unnamed: (number) => `Kamera ${number}`,
  mirror: 'Wie im Spiegel zeigen',
  again: 'Noch einmal versuchen',
  troubles: {
    none: {
      title: 'Keine Kamera gefunden',
      what: 'Es ist keine angeschlossen, oder sie ist ausgeschaltet.',
      next: 'Schließen Sie eine Kamera an und versuchen Sie es noch einmal, oder nehmen Sie einen Scanner.',
    },
    busy: {
      title: 'Die Kamera startet nicht',
      what: 'Vielleicht benutzt sie ein anderes Programm.',
      next: 'Schließen Sie das andere Programm und versuchen Sie es noch einmal, oder nehmen Sie einen Scanner.',
    },
    refused: {
      title: 'Die Kamera darf gerade nicht benutzt werden',
      what: 'Sie ist nur offen, solange ein Ausweis oder eine Testseite zu lesen ist.',
      next: 'Versuchen Sie es noch einmal, oder nehmen Sie einen Scanner.',
    },
    blocked: {
      title: 'Dieser Computer gibt Badge Station die Kamera nicht frei',
      what: 'Seine Datenschutzeinstellungen verbieten es.',
      next: 'Lassen Sie die Kamera von Ihrer IT für Badge Station freigeben, oder nehmen Sie einen Scanner.',
    },
    gone: {
      title: 'Das Bild der Kamera ist zu Ende',
      what: 'Die Kamera wurde getrennt oder ausgeschaltet.',
      next: 'Schließen Sie sie wieder an und versuchen Sie es noch einmal, oder nehmen Sie einen Scanner.',
    },
    'no-decoder': {
      title: 'Das Bild der Kamera kann nicht gelesen werden',
      what: 'Ein Teil von Badge Station ist nicht gestartet oder stehen geblieben.',
      next: 'Versuchen Sie es noch einmal. Bleibt es dabei, nehmen Sie einen Scanner und sagen Sie es Ihrer IT.',
    },
  },
  hints: {
    nothing: {
      what: 'Es war noch nichts zu lesen.',
      next: 'Halten Sie den Code flach, etwa eine Handbreit entfernt, mit Licht von der Seite und ohne Spiegelung.',
    },
    mirrored: {
      what: 'Der Code erscheint wie im Spiegel.',
      next: 'Ist auch die Schrift auf dem Ausweis gespiegelt, ist der Druck falsch: Geben Sie ihn nicht heraus. Wenn nicht, spiegelt diese Kamera ihr Bild: Wählen Sie eine andere Kamera, oder nehmen Sie einen Scanner.',
    },
    several: {
      what: 'Im Bild ist mehr als ein Code.',
      next: 'Zeigen Sie nur einen Ausweis.',
    },
  },
};
