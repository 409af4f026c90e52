import type { QueueText } from '../en/queue.ts';

export const queue: QueueText = {
  title: 'Warteschlange',
  summary: (count) =>
    count.n === 1 ? '1 Ausweis ist nicht abgeschlossen' : `${count.text} Ausweise sind nicht abgeschlossen`,
  empty: 'Nichts wartet.',
  emptyFilter: 'Hier ist nichts.',
  emptyNext: 'Person suchen',
  loading: 'Die Warteschlange wird gelesen…',
  filters: { label: 'Zeigen', all: 'Alle', person: 'Braucht Sie', printer: 'Wartet auf den Drucker' },
  list: 'Nicht abgeschlossene Ausweise',
  states: {
    queued: 'Wartet auf den Druck',
    sending: 'Wird an den Drucker gesendet',
    sent: 'Gesendet, noch nicht gescannt',
    confirmed: 'Vom Drucker bestätigt, noch nicht gescannt',
    verified: 'Gescannt, noch nicht übergeben',
    'handed-over': 'Übergeben',
    held: 'Wartet auf Sie',
    unsure: 'Ist ein Ausweis herausgekommen?',
    cancelled: 'Verworfen',
    expired: 'Code abgelaufen',
    replaced: 'Durch einen neueren Code ersetzt',
  },
  reasons: {
    offline: {
      what: 'Der Drucker ist nicht erreichbar.',
      next: 'Prüfen Sie Strom und Kabel. Dann wird der Ausweis von selbst gedruckt.',
    },
    busy: {
      what: 'Der Drucker ist anderweitig beschäftigt.',
      next: 'Warten Sie einen Moment. Dann wird der Ausweis von selbst gedruckt.',
    },
    paused: {
      what: 'Der Drucker ist angehalten.',
      next: 'Drücken Sie am Drucker auf Pause oder Vorschub, damit es weitergeht.',
    },
    'media-empty': {
      what: 'Der Drucker hat keine Etiketten mehr.',
      next: 'Legen Sie eine Rolle ein. Dann wird der Ausweis von selbst gedruckt.',
    },
    'media-mismatch': {
      what: 'Das eingelegte Material hat eine andere Größe als erwartet.',
      next: 'Legen Sie die für diesen Drucker eingerichtete Größe ein und senden Sie den Ausweis noch einmal.',
    },
    'cover-open': {
      what: 'Die Klappe des Druckers ist offen.',
      next: 'Schließen Sie sie. Dann wird der Ausweis von selbst gedruckt.',
    },
    'head-hot': {
      what: 'Der Druckkopf ist zu heiß.',
      next: 'Lassen Sie ihn eine Minute abkühlen. Dann wird der Ausweis von selbst gedruckt.',
    },
    'cutter-jam': {
      what: 'Der Abschneider klemmt.',
      next: 'Öffnen Sie die Klappe und machen Sie ihn frei. Dann wird der Ausweis von selbst gedruckt.',
    },
    'printer-fault': {
      what: 'Der Drucker meldet eine Störung.',
      next: 'Sehen Sie auf seine Anzeige, schalten Sie ihn aus und ein. Dann wird der Ausweis von selbst gedruckt.',
    },
    'printer-unknown': {
      what: 'Der Drucker ist hier nicht mehr eingerichtet.',
      next: 'Richten Sie ihn wieder ein, oder verwerfen Sie diesen Ausweis und ersetzen Sie ihn.',
    },
    'permission-denied': {
      what: 'Dieses Konto darf den Drucker nicht benutzen.',
      next: 'Bitten Sie Ihr IT-Team um Zugriff und senden Sie den Ausweis dann noch einmal.',
    },
    'not-readable': {
      what: 'Der fertige Ausweis ließ sich nicht zurücklesen und wurde deshalb nicht gesendet.',
      next: 'Nehmen Sie größere Ausweise oder einen anderen Drucker und ersetzen Sie ihn dann.',
    },
    'holder-mismatch': {
      what: 'Der Code nennt eine andere Person und wurde deshalb nicht gesendet.',
      next: 'Verwerfen Sie diesen Ausweis und stellen Sie ihn neu aus.',
    },
    'seal-lost': {
      what: 'Der gespeicherte Code lässt sich nicht mehr öffnen.',
      next: 'Verwerfen Sie diesen Ausweis und ersetzen Sie ihn.',
    },
    parked: {
      what: 'Er wurde für später beiseitegelegt.',
      next: 'Machen Sie weiter, wenn Sie so weit sind.',
    },
    interrupted: {
      what: 'Badge Station wurde beendet, während dieser Ausweis gesendet wurde.',
      next: 'Sehen Sie am Drucker nach und beantworten Sie dann die Frage.',
    },
    vanished: {
      what: 'Die Verbindung zum Drucker ging verloren.',
      next: 'Schließen Sie ihn wieder an. Dann wird der Ausweis von selbst gedruckt.',
    },
    stalled: {
      what: 'Der Drucker nimmt keine Daten mehr an.',
      next: 'Schalten Sie ihn aus und ein. Dann wird der Ausweis von selbst gedruckt.',
    },
    'fault-while-printing': {
      what: 'Der Drucker meldete während des Drucks eine Störung.',
      next: 'Sehen Sie nach, was herausgekommen ist, und beantworten Sie dann die Frage.',
    },
  },
  noJob: {
    pin: 'Eine PIN wartet darauf, gezeigt zu werden',
    waiting: 'Nicht abgeschlossen',
  },
  printer: (name) => `Drucker: ${name}`,
  age: (time) => `Begonnen ${time}`,
  expires: (when) => `Code endet ${when}`,
  serial: (serial) => `Seriennummer ${serial}`,
  copy: (copy) => `Exemplar ${copy}`,
  current: 'Auf der Ausweisseite geöffnet',
  actions: {
    goOn: 'Weitermachen',
    answer: 'Antworten',
    release: 'Noch einmal senden',
    cancel: 'Ausweis verwerfen',
    dismiss: 'Ablegen',
  },
  cancelDialog: {
    title: (name) => `Ausweis von ${name} verwerfen?`,
    what: 'Er wird nicht gedruckt, und was von dem Code gespeichert ist, wird gelöscht. Der Code selbst bleibt in Microsoft Entra, bis er ersetzt oder entfernt wird oder abläuft.',
    reason: 'Grund',
    reasons: {
      'wrong-person': 'Falsche Person',
      'not-needed': 'Nicht mehr gebraucht',
      'paper-spoiled': 'Das Papier ist unbrauchbar',
      other: 'Anderer Grund',
    },
    confirm: 'Ausweis verwerfen',
    keep: 'Behalten',
  },
};
