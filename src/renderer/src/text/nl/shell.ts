import type { ShellText } from '../en/shell.ts';

export const shell: ShellText = {
  product: 'Badge Station',
  loading: 'Laden…',
  skipLink: 'Naar de hoofdinhoud',
  general: {
    back: 'Terug',
    cancel: 'Annuleren',
    close: 'Sluiten',
    tryAgain: 'Opnieuw proberen',
    details: 'Gegevens voor uw IT-team',
  },
  practice: {
    marker: 'OEFENING',
    note: 'Oefenorganisatie: niets hiervan bereikt Microsoft en geen badge is echt.',
  },
  nav: {
    label: 'Schermen',
    wizard: 'Badges',
    queue: 'Wachtrij',
    history: 'Geschiedenis',
    printers: 'Printers',
    needsYou: (count) => (count.n === 1 ? '1 badge heeft u nodig' : `${count.text} badges hebben u nodig`),
  },
  printer: {
    label: 'Printer',
    none: 'Geen printer ingesteld',
    noneNext: 'Er kan niets worden geprint zolang er voor dit station geen printer is ingesteld.',
    moods: {
      ready: 'Gereed',
      attention: 'Heeft hulp nodig',
      offline: 'Niet bereikbaar',
      silent: 'Beantwoordt geen vragen',
      unknown: 'Nog niet gecontroleerd',
    },
    check: 'Nu controleren',
    checking: 'Printer wordt bevraagd…',
    allWell: 'Er is geen beletsel bekend.',
    details: (model, media) => `${model}, ${media}`,
  },
  session: {
    online: 'Online',
    offline: 'Offline',
    menu: 'Aangemeld als',
    switchOperator: 'Van account wisselen',
    signOut: 'Afmelden',
    offlineTitle: 'Geen verbinding',
    offlineWhat:
      'Badges in de wachtrij kunnen nog worden geprint en overhandigd. Nieuwe codes hebben een verbinding nodig.',
  },
  signIn: {
    title: 'Aanmelden bij Badge Station',
    intro: 'Gebruik uw eigen werkaccount. Uw rol bepaalt voor wie u badges kunt uitgeven.',
    button: 'Aanmelden met Microsoft',
    waitingTitle: 'Rond de aanmelding af in uw browser',
    waitingWhat: 'Er is een browservenster geopend. Kom hier terug als u klaar bent.',
    practiceWaiting: 'De oefenpagina voor het aanmelden is over dit venster geopend.',
    practiceOpenAgain: 'Oefenpagina weer openen',
  },
  warnings: {
    label: 'Meldingen',
    notKept: {
      title: 'Na een herstart meldt u zich opnieuw aan',
      what: 'Deze computer heeft geen sleutelopslag die Badge Station kan gebruiken; de aanmelding blijft alleen in het geheugen.',
      next: 'Vraag uw IT-team om een sleutelopslag (op Linux: een sleutelbos) voor dit account.',
    },
    secretsNotKept: {
      title: 'Niet-geprinte badges overleven geen herstart',
      what: 'Zonder sleutelopslag blijven codes die nog niet op papier staan alleen in het geheugen.',
      next: 'Rond elke badge af voordat u Badge Station sluit of de computer uitzet.',
    },
  },
  practiceBrowser: {
    title: 'Oefenpagina voor het aanmelden',
    what: 'Deze pagina staat voor de aanmeldpagina van Microsoft. Niemand wordt echt aangemeld.',
    choose: 'Kies wie u bent',
    close: 'Deze pagina sluiten',
  },
  screenPrinter: {
    title: 'Printer op het scherm',
    show: 'Printer op het scherm tonen',
    hide: 'Printer op het scherm verbergen',
    empty: 'Er is nog niets uitgekomen. Badges uit de oefening verschijnen hier.',
    page: (place) => `Badge ${place} van de printer op het scherm`,
  },
  openWork: {
    title: (count) =>
      count.n === 1 ? '1 badge is niet afgerond' : `${count.text} badges zijn niet afgerond`,
    open: 'Wachtrij openen',
  },
  leave: {
    title: (name) => `Later verder met ${name}?`,
    what: 'Er gaat niets verloren. U vindt het in de wachtrij en gaat daar verder.',
    stay: 'Hier blijven',
    leave: 'Later afronden',
  },
  help: {
    title: 'Hulp bij het toetsenbord',
    open: 'Hulp bij het toetsenbord',
    keys: {
      find: 'Persoon zoeken',
      primary: 'Doen wat op de hoofdknop staat',
      back: 'Eén stap terug; er gaat niets verloren',
      verify: 'Badge scannen',
      queue: 'Wachtrij openen',
      lock: 'Station vergrendelen',
      history: 'De geschiedenis openen',
      printers: 'Printers openen',
      help: 'Deze hulp tonen',
      reveal: 'Vasthouden op ‘Vasthouden om de pincode te tonen’: toont de pincode',
    },
  },
  crash: {
    title: 'Dit venster werkt niet meer',
    what: 'Badges en codes worden buiten dit venster bewaard en zijn veilig.',
    next: 'Venster opnieuw laden',
  },
};
