import type { WaitText } from '../en/wait.ts';

export const wait: WaitText = {
  steps: {
    'create-method': 'Code des Ausweises und PIN anlegen',
    'delete-standard': 'alten Code beenden',
    'create-standard': 'neuen Code anlegen',
    'delete-temporary': 'alten temporären Code beenden',
    'create-temporary': 'temporären Code anlegen',
    'extend-standard': 'Enddatum verschieben',
    'reset-pin': 'neue PIN setzen',
    'delete-method': 'Code und PIN entfernen',
  },
  only: (what) => `Gerade: ${what}`,
  step: (at, of, what) => `Schritt ${at} von ${of}: ${what}`,
  seconds: (count) => (count.n === 1 ? 'seit 1 Sekunde' : `seit ${count.text} Sekunden`),
  slow: 'Microsoft lässt sich Zeit. Eine langsame Antwort kann eineinhalb Minuten brauchen.',
  looking: 'Es wird nachgesehen, was geschehen ist',
  stopWhat:
    'Sie müssen nicht länger warten. Dann wird zuerst nachgesehen, was Microsoft vielleicht schon getan hat.',
};
