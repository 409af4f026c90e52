import type { PeopleText } from '../en/people.ts';

export const people: PeopleText = {
  ways: {
    label: 'Wie die Person gefunden wird',
    search: 'Suche',
    reports: 'Mein Team',
    group: 'Gruppe',
    unit: 'Verwaltungseinheit',
  },
  own: {
    button: 'Mein eigener Ausweis',
    title: 'Das ist Ihr eigener Ausweis',
    what: 'Liegt Ihre letzte Anmeldung mehr als zehn Minuten zurück, bittet Microsoft Sie um eine neue Anmeldung.',
    next: 'Lässt Microsoft Sie Ihre eigenen Codes hier nicht ändern, bitten Sie eine andere angemeldete Person.',
  },
  lists: {
    placeLabel: { group: 'Name der Gruppe', unit: 'Name der Verwaltungseinheit' },
    find: 'Anzeigen',
    places: 'Gefunden',
    noPlace: (text) =>
      `Nichts gefunden für „${text}“. Versuchen Sie den Anfang eines anderen Wortes im Namen.`,
    members: (place) => `Personen in ${place}`,
    reports: 'Personen, die Ihnen unterstellt sind',
    reading: 'Die Liste wird gelesen…',
    nobody: 'Auf dieser Liste steht niemand.',
    another: 'Eine andere wählen',
    notAllowed: {
      title: 'Diese Liste steht Ihnen nicht offen',
      what: 'Sie braucht eine Berechtigung, die Badge Station oder Ihr Konto nicht hat. Alles andere geht auch ohne sie.',
      next: 'Suchen Sie nach Name oder Personalnummer, oder bitten Sie Ihr IT-Team um die Berechtigung.',
    },
  },
  byCode: {
    link: 'Auf einem anderen Gerät anmelden',
    preparing: 'Microsoft wird um einen Code gebeten…',
    address: 'Öffnen Sie diese Adresse auf einem anderen Gerät',
    code: 'Geben Sie dort diesen Code ein',
    until: (time) => `Der Code gilt bis ${time}. Sind Sie fertig, geht es hier von selbst weiter.`,
    practice: 'Das andere Gerät spielen',
  },
  help: (number) => `Was Microsoft zu Fehler ${number} sagt`,
  hints: {
    'not-set-up': 'Badge Station ist in Ihrer Organisation nicht richtig registriert.',
    'not-assigned': 'Ihr Konto gehört nicht zu denen, die Badge Station nutzen dürfen.',
    blocked: 'Eine Regel Ihrer Organisation erlaubt diese Anmeldung von diesem Computer nicht.',
    account: 'Das Konto ist gesperrt, abgeschaltet oder unbekannt.',
    'other-organisation': 'Das Konto gehört zu einer anderen Organisation.',
    approval: 'Badge Station muss erst von der Administration freigegeben werden.',
  },
};
