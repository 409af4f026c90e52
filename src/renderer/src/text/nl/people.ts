import type { PeopleText } from '../en/people.ts';

export const people: PeopleText = {
  ways: {
    label: 'Hoe u de persoon vindt',
    search: 'Zoeken',
    reports: 'Mijn team',
    group: 'Groep',
    unit: 'Beheereenheid',
  },
  own: {
    button: 'Mijn eigen badge',
    title: 'Dit is uw eigen badge',
    what: 'Is uw laatste aanmelding langer dan tien minuten geleden, dan vraagt Microsoft u opnieuw aan te melden.',
    next: 'Mag u van Microsoft uw eigen codes hier niet wijzigen, vraag het dan aan iemand anders met deze rol.',
  },
  lists: {
    placeLabel: { group: 'Naam van de groep', unit: 'Naam van de beheereenheid' },
    find: 'Tonen',
    places: 'Gevonden',
    noPlace: (text) => `Niets gevonden voor ‘${text}’. Probeer het begin van een ander woord in de naam.`,
    members: (place) => `Personen in ${place}`,
    reports: 'Personen die aan u rapporteren',
    reading: 'De lijst wordt gelezen…',
    nobody: 'Er staat niemand op deze lijst.',
    another: 'Een andere kiezen',
    notAllowed: {
      title: 'Deze lijst is niet voor u geopend',
      what: 'Er is een machtiging nodig die Badge Station of uw account niet heeft. Al het andere werkt zonder.',
      next: 'Zoek op naam of personeelsnummer, of vraag uw IT-team om de machtiging.',
    },
  },
  byCode: {
    link: 'Aanmelden op een ander apparaat',
    preparing: 'Microsoft wordt om een code gevraagd…',
    address: 'Open dit adres op een ander apparaat',
    code: 'Voer daar deze code in',
    until: (time) => `De code werkt tot ${time}. Deze pagina gaat vanzelf verder als u klaar bent.`,
    practice: 'Het andere apparaat spelen',
  },
  help: (number) => `Wat Microsoft zegt over fout ${number}`,
  hints: {
    'not-set-up': 'Badge Station is niet goed geregistreerd in uw organisatie.',
    'not-assigned': 'Uw account hoort niet bij de accounts die Badge Station mogen gebruiken.',
    blocked: 'Een regel van uw organisatie staat deze aanmelding vanaf deze computer niet toe.',
    account: 'Het account is vergrendeld, uitgeschakeld of onbekend.',
    'other-organisation': 'Het account hoort bij een andere organisatie.',
    approval: 'Een beheerder moet Badge Station eerst goedkeuren.',
  },
};
