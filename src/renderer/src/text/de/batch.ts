import { failureText as say } from '../types.ts';
import type { BatchText } from '../en/batch.ts';

export const batch: BatchText = {
  title: 'Listen',
  key: 'Die Listen öffnen',
  intro:
    'Ausweise für viele Personen. Jede wird geprüft wie bei einem einzelnen Ausweis, eine nach der anderen.',
  wish: {
    label: 'Was die Personen auf der Liste bekommen',
    kinds: {
      badge: {
        name: 'Ausweise',
        what: 'Ein erster Ausweis für alle, die keinen haben, und ein neuer, wo der Code abgelaufen ist oder bald endet.',
      },
      temporary: { name: 'Temporäre Codes', what: 'Für eine Schicht, neben dem Ausweis.' },
      extend: { name: 'Mehr Zeit', what: 'Ausweise, die bald enden, gelten länger. Nichts wird ausgegeben.' },
    },
  },
  withinDays: 'Endet in wie vielen Tagen gilt als bald?',
  hours: 'Wie viele Stunden gültig?',
  slips: 'Jede PIN auf einen eigenen Zettel drucken',
  pinsHint: 'PINs warten versiegelt an dieser Station und werden bei der Übergabe einzeln gezeigt.',
  from: { label: 'Woher die Personen kommen', file: 'Datei', text: 'Eingefügter Text' },
  file: {
    what: 'Eine CSV-Datei mit einer Spalte für Personalnummer, UPN oder Namen und einer Zeile je Person.',
    button: 'Datei wählen',
  },
  paste: { label: 'Eine Tabelle oder eine Spalte mit Nummern oder UPNs', button: 'Text lesen' },
  readList: 'Liste lesen',
  reading: {
    title: 'Die Personen auf der Liste werden nachgeschlagen…',
    progress: (done, of) => `${done} von ${of} Personen`,
    what: 'Dadurch ändert sich nichts.',
    stop: 'Lesen beenden',
  },
  patience: (time) => `Microsoft bittet um Geduld bis ${time}. Danach geht es von selbst weiter.`,
  ready: {
    title: (count) =>
      count.n === 1 ? '1 Person ist an der Reihe' : `${count.text} Personen sind an der Reihe`,
    nothing: 'Niemand auf dieser Liste braucht etwas',
    what: 'Noch ist nichts geändert. Alle werden noch einmal geprüft, wenn sie an der Reihe sind.',
    ends: 'Wo ein gültiger Ausweis ersetzt wird, wartet der nächste, bis der neue gescannt wurde.',
    start: 'Beginnen',
    discard: 'Liste verwerfen',
  },
  run: {
    title: 'Die Liste läuft',
    progress: (done, of) => `${done} von ${of} erledigt`,
    now: (name) => `Jetzt: ${name}`,
    waits: {
      paper: 'Wartet auf den Drucker.',
      scan: 'Scannen Sie den Ausweis, der herauskam. Erst dann endet der nächste alte Code.',
      person: 'Ein Ausweis braucht Sie. Öffnen Sie die Warteschlange.',
    },
    ahead: 'Erstellt, noch nicht fertig',
    pause: 'Anhalten',
    scan: 'Hier scannen',
    otherBadge: 'Das war nicht dieser Ausweis. Scannen Sie den zuletzt herausgekommenen.',
  },
  paused: {
    title: 'Die Liste ist angehalten',
    whys: {
      person: 'Jemand hat sie angehalten.',
      trouble: 'Etwas steht allen auf der Liste im Weg.',
      locked: 'Die Station wurde gesperrt.',
      restart: 'Badge Station wurde geschlossen, während die Liste lief.',
    },
    safe: 'Niemand wird doppelt bedient und niemand vergessen.',
    goOn: 'Weiter',
    end: 'Hier beenden',
  },
  ended: {
    title: 'Die Liste ist fertig',
    pins: (count) =>
      count.n === 1
        ? '1 PIN wartet versiegelt. Zeigen Sie sie bei der Übergabe in der Warteschlange.'
        : `${count.text} PINs warten versiegelt. Zeigen Sie sie bei der Übergabe einzeln in der Warteschlange.`,
    save: 'Bericht speichern',
    saved: 'Der Bericht ist gespeichert. Er enthält weder Code noch PIN.',
    again: 'Die nicht Bedienten noch einmal ansehen',
    close: 'Bericht schließen',
  },
  people: {
    label: 'Personen auf der Liste',
    show: 'Zeigen',
    all: 'Alle',
    line: (line) => `Zeile ${line}`,
    more: 'Mehr zeigen',
    none: 'Niemand hier.',
  },
  counts: {
    waiting: 'Wartet',
    begun: 'Wird erstellt',
    issued: 'Unterwegs',
    done: 'Fertig',
    'left-out': 'Ausgelassen',
    failed: 'Nicht möglich',
    unsure: 'Anzusehen',
  },
  notes: {
    'listed-twice': 'Zweimal auf der Liste',
    'line-unreadable': 'Diese Zeile ist nicht lesbar',
    'line-without-key': 'Diese Zeile nennt niemanden',
    'line-disagrees': 'Nummer und UPN gehören verschiedenen Personen',
    'not-unique': 'Mehr als eine Person passt',
    'own-badge': 'Das sind Sie',
    'code-fresh': 'Hat einen Ausweis, der lange genug gilt',
    'code-changed': 'Inzwischen hat jemand anderes einen Code erstellt',
    'has-temporary': 'Hat einen gültigen temporären Code',
    'badge-under-way': 'Ein Ausweis ist schon unterwegs',
    'not-begun': 'Die Liste wurde vorher beendet',
    'badge-cancelled': 'Der Ausweis wurde verworfen',
    'picture-lost': 'Ein Code besteht, sein Ausweis ging verloren: noch einmal ansehen',
    'half-done': 'Der alte Code ist beendet, der neue fehlt: noch einmal ansehen',
    'outcome-unknown': 'Niemand konnte sagen, was geschah: noch einmal ansehen',
  },
};

export const batchFailures = {
  'list-unreadable': say(
    'Die Datei ließ sich nicht öffnen',
    'Badge Station darf sie nicht lesen, oder sie ist weg.',
    'Kopieren Sie sie auf diesen Computer und wählen Sie sie erneut.',
  ),
  'list-encoding': say(
    'Die Buchstaben dieser Datei sind nicht sicher zu erkennen',
    'Sie ist nicht als UTF-8 gespeichert oder keine Tabelle; Namen könnten falsch gelesen werden.',
    'Speichern Sie sie als „CSV UTF-8“ und wählen Sie sie erneut.',
  ),
  'list-columns': say(
    'Keine Spalte nennt die Personen',
    'Die erste Zeile muss jede Spalte einmal benennen: Personalnummer, UPN oder Name.',
    'Ergänzen oder berichtigen Sie die erste Zeile und lesen Sie die Liste erneut.',
  ),
  'list-broken': say(
    'Das ist keine Tabelle',
    'Zu viele Zeilen sind nicht lesbar.',
    'Speichern Sie die Liste noch einmal als CSV und wählen Sie sie.',
  ),
  'list-too-long': say(
    'Die Liste ist zu lang',
    'Eine Liste darf 5.000 Personen und 4 Megabyte haben.',
    'Teilen Sie sie oder wählen Sie eine kleinere Gruppe.',
  ),
  'batch-running': say(
    'Eine Liste läuft',
    'Die Station bedient eine Person nach der anderen, ein einzelner Ausweis wartet.',
    'Halten Sie die Liste an, stellen Sie den Ausweis aus und fahren Sie mit der Liste fort.',
  ),
  'batch-in-hand': say(
    'Eine andere Liste ist nicht fertig',
    'Es kann nur eine Liste in Arbeit sein.',
    'Führen Sie sie weiter oder beenden Sie sie, dann lesen Sie diese.',
  ),
  'report-unwritable': say(
    'Der Bericht ließ sich nicht speichern',
    'Dort wurde nichts geschrieben.',
    'Wählen Sie einen anderen Ordner.',
  ),
};
