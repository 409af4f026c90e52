import type { ShellText } from '../en/shell.ts';

export const shell: ShellText = {
  product: 'Badge Station',
  loading: 'Wird geladen…',
  skipLink: 'Zum Hauptinhalt springen',
  general: {
    back: 'Zurück',
    cancel: 'Abbrechen',
    close: 'Schließen',
    tryAgain: 'Erneut versuchen',
    details: 'Angaben für Ihr IT-Team',
  },
  practice: {
    marker: 'ÜBUNG',
    note: 'Übungsmandant: Nichts davon erreicht Microsoft, und kein Ausweis ist echt.',
  },
  nav: {
    label: 'Bereiche',
    wizard: 'Ausweise',
    queue: 'Warteschlange',
    history: 'Verlauf',
    printers: 'Drucker',
    needsYou: (count) => (count.n === 1 ? '1 Ausweis braucht Sie' : `${count.text} Ausweise brauchen Sie`),
  },
  printer: {
    label: 'Drucker',
    none: 'Kein Drucker eingerichtet',
    noneNext: 'Ohne einen eingerichteten Drucker kann diese Station nichts drucken.',
    moods: {
      ready: 'Bereit',
      attention: 'Braucht Hilfe',
      offline: 'Nicht erreichbar',
      silent: 'Antwortet nicht auf Fragen',
      unknown: 'Noch nicht geprüft',
    },
    check: 'Jetzt prüfen',
    checking: 'Drucker wird gefragt…',
    allWell: 'Es ist kein Hindernis bekannt.',
    details: (model, media) => `${model}, ${media}`,
  },
  session: {
    online: 'Online',
    offline: 'Offline',
    menu: 'Angemeldet',
    switchOperator: 'Konto wechseln',
    signOut: 'Abmelden',
    offlineTitle: 'Keine Verbindung',
    offlineWhat:
      'Ausweise in der Warteschlange können weiter gedruckt und übergeben werden. Neue Codes brauchen eine Verbindung.',
  },
  signIn: {
    title: 'Bei Badge Station anmelden',
    intro:
      'Nehmen Sie Ihr eigenes Arbeitskonto. Ihre Rolle bestimmt, für wen Sie Ausweise ausstellen können.',
    button: 'Mit Microsoft anmelden',
    waitingTitle: 'Schließen Sie die Anmeldung im Browser ab',
    waitingWhat: 'Ein Browserfenster hat sich geöffnet. Kommen Sie danach hierher zurück.',
    practiceWaiting: 'Die Übungsseite für die Anmeldung liegt über diesem Fenster.',
    practiceOpenAgain: 'Übungsseite wieder öffnen',
  },
  warnings: {
    label: 'Hinweise',
    notKept: {
      title: 'Nach einem Neustart melden Sie sich neu an',
      what: 'Dieser Computer hat keinen Schlüsselspeicher, den Badge Station nutzen kann. Die Anmeldung bleibt nur im Arbeitsspeicher.',
      next: 'Bitten Sie Ihr IT-Team, für dieses Konto einen Schlüsselspeicher einzurichten (unter Linux: einen Schlüsselbund).',
    },
    secretsNotKept: {
      title: 'Nicht gedruckte Ausweise überstehen keinen Neustart',
      what: 'Ohne Schlüsselspeicher bleiben Codes, die noch nicht auf Papier sind, nur im Arbeitsspeicher.',
      next: 'Schließen Sie jeden Ausweis ab, bevor Sie Badge Station beenden oder den Computer ausschalten.',
    },
  },
  practiceBrowser: {
    title: 'Übungsseite für die Anmeldung',
    what: 'Sie steht für die Anmeldeseite von Microsoft. Niemand wird wirklich angemeldet.',
    choose: 'Wählen Sie, wer Sie sind',
    close: 'Seite schließen',
  },
  screenPrinter: {
    title: 'Bildschirmdrucker',
    show: 'Bildschirmdrucker zeigen',
    hide: 'Bildschirmdrucker ausblenden',
    empty: 'Noch ist nichts herausgekommen. Ausweise aus der Übung erscheinen hier.',
    page: (place) => `Ausweis ${place} vom Bildschirmdrucker`,
  },
  openWork: {
    title: (count) =>
      count.n === 1 ? '1 Ausweis ist nicht abgeschlossen' : `${count.text} Ausweise sind nicht abgeschlossen`,
    open: 'Warteschlange öffnen',
  },
  leave: {
    title: (name) => `Mit ${name} später weitermachen?`,
    what: 'Es geht nichts verloren. In der Warteschlange machen Sie an derselben Stelle weiter.',
    stay: 'Hier bleiben',
    leave: 'Später abschließen',
  },
  help: {
    title: 'Tastaturhilfe',
    open: 'Tastaturhilfe',
    keys: {
      find: 'Person suchen',
      primary: 'Tun, was auf der Hauptschaltfläche steht',
      back: 'Einen Schritt zurück; nichts geht verloren',
      verify: 'Ausweis scannen',
      queue: 'Warteschlange öffnen',
      lock: 'Station sperren',
      history: 'Den Verlauf öffnen',
      printers: 'Drucker öffnen',
      help: 'Diese Hilfe zeigen',
      reveal: 'Auf „Halten, um die PIN zu zeigen“ gedrückt halten: zeigt die PIN',
    },
  },
  crash: {
    title: 'Dieses Fenster arbeitet nicht mehr',
    what: 'Ausweise und Codes liegen außerhalb des Fensters und sind sicher.',
    next: 'Fenster neu laden',
  },
};
