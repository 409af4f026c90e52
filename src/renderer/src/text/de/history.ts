import type { HistoryText } from '../en/history.ts';

export const history: HistoryText = {
  title: 'Verlauf',
  intro: 'Was an dieser Station getan wurde, 400 Tage lang.',
  search: 'Name, Anmeldename, Seriennummer oder wer es tat',
  period: 'Zeitraum',
  periods: {
    day: 'Letzte 24 Stunden',
    week: 'Letzte 7 Tage',
    month: 'Letzte 31 Tage',
    all: 'So weit es zurückreicht',
  },
  filter: 'Zeigen',
  filters: {
    all: 'Alle',
    'handed-over': 'Übergeben',
    otherwise: 'Anders geendet',
    copies: 'Zweite Exemplare',
  },
  list: 'Vorgänge',
  found: (count) =>
    count.n === 0 ? 'Nichts gefunden' : count.n === 1 ? '1 Vorgang' : `${count.text} Vorgänge`,
  reading: 'Es wird nachgesehen…',
  nothing: 'In diesem Zeitraum passt nichts.',
  more: 'Mehr zeigen',
  by: (operator) => `Von ${operator}`,
  carriedOut: 'Ausgeführt',
  showTrail: 'Protokoll zeigen',
  hideTrail: 'Protokoll verbergen',
  trail: 'Einträge im Protokoll',
  noTrail: 'Das Protokoll dazu wurde nach Ablauf seiner Zeit entfernt.',
  record: {
    title: 'Das Protokoll',
    what: 'Jeder Schritt hinterlässt einen Eintrag mit dem Fingerabdruck des vorigen, sodass eine Änderung auffällt. Codes und PINs stehen nicht darin.',
    newest: 'Neuester Eintrag:',
    check: 'Protokoll prüfen',
    checking: 'Wird geprüft…',
    whole: (count) =>
      count.n === 1
        ? 'Das Protokoll ist unversehrt: 1 Eintrag'
        : `Das Protokoll ist unversehrt: ${count.text} Einträge, jeder folgt aus dem vorigen`,
    removed: (entry) => `Einträge bis ${entry} wurden nach Ablauf ihrer Zeit entfernt.`,
    wholeLimit:
      'Ob am Ende neuere Einträge abgeschnitten wurden, ist hier nicht zu sehen. Schreiben Sie den neuesten Eintrag auf oder bewahren Sie einen Export anderswo auf und vergleichen Sie später.',
    broken: 'Das Protokoll ist beschädigt',
    breaks: {
      changed: (entry) => `Eintrag ${entry} wurde nachträglich geändert.`,
      missing: (entry) => `Eintrag ${entry} fehlt.`,
      misplaced: (entry) => `Eintrag ${entry} steht nicht an seinem Platz.`,
      unlinked: (entry) => `Eintrag ${entry} folgt nicht aus dem vorigen.`,
      unreadable: (entry) => `Eintrag ${entry} ist nicht lesbar.`,
      orphaned: (entry) =>
        `Ein Ausweis stützt sich auf Eintrag ${entry}, der fehlt oder etwas anderes sagt. Neuere Einträge wurden abgeschnitten, oder der Ausweis wurde geändert.`,
    },
    brokenNext: 'Lassen Sie die Station, wie sie ist, und sagen Sie Ihrem IT-Team Bescheid.',
    exportTable: 'Als Tabelle exportieren (CSV)',
    exportJson: 'Als JSON exportieren',
    written: (file) =>
      `Geschrieben: ${file}. Die Datei nennt Personen; bewahren Sie sie dort auf, wo nur die Richtigen sie lesen.`,
  },
};
