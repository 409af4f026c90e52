import type { QueueAdviceText } from '../en/queue-advice.ts';

export const queueAdvice: QueueAdviceText = {
  'left-behind': {
    title: 'Vielleicht liegt noch ein Ausweis in der Druckerwarteschlange',
    what: 'Das Drucksystem ließ Badge Station ihn nicht entfernen. Er kann später noch herauskommen, oder sein Bild bleibt auf der Festplatte.',
    next: 'Öffnen Sie die Warteschlange dieses Druckers in den Systemeinstellungen und löschen Sie, was darin steht, oder bitten Sie Ihr IT-Team darum.',
  },
  'preserve-job-files': {
    title: 'Das Drucksystem bewahrt gedruckte Dokumente auf',
    what: 'Badge Station entfernt die eigenen nach dem Druck. Fällt der Computer dazwischen aus, bleibt das Bild eines Ausweises auf seiner Festplatte.',
    next: 'Bitten Sie Ihr IT-Team, in cupsd.conf „PreserveJobFiles No“ zu setzen und CUPS neu zu starten.',
  },
  'keep-printed': {
    title: 'Windows bewahrt gedruckte Dokumente in dieser Warteschlange auf',
    what: 'Badge Station entfernt die eigenen nach dem Druck. Fällt der Computer dazwischen aus, bleibt das Bild eines Ausweises auf seiner Festplatte.',
    next: 'Bitten Sie Ihr IT-Team, in den erweiterten Druckereigenschaften „Druckaufträge nach dem Drucken nicht löschen“ auszuschalten.',
  },
  'error-policy': {
    title: 'Die Warteschlange könnte einen gescheiterten Ausweis später von selbst drucken',
    what: 'Badge Station nimmt den Ausweis zurück, wenn ein Drucker nicht weiterkommt. Fällt der Computer dazwischen aus, kann der Ausweis ungefragt herauskommen.',
    next: 'Bitten Sie Ihr IT-Team, für diese Warteschlange „printer-error-policy=abort-job“ zu setzen.',
  },
  'keeping-unknown': {
    title: 'Ob gedruckte Dokumente aufbewahrt werden, ist hier nicht zu sehen',
    what: 'Dieses Konto darf die Einstellungen des Drucksystems nicht lesen. Badge Station entfernt die eigenen Dokumente nach dem Druck.',
    next: 'Ihr IT-Team kann mit „PreserveJobFiles No“ in cupsd.conf sichergehen.',
  },
};
