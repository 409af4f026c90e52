import type { StorageText } from '../en/storage.ts';

export const storage: StorageText = {
  tryAgain: 'Noch einmal versuchen',
  aside: {
    button: 'Beiseitelegen und neu beginnen…',
    title: 'Die beschädigte Warteschlange beiseitelegen?',
    what: 'Eine leere Warteschlange wird begonnen. Die beschädigte Datei wird umbenannt und für Ihr IT-Team aufgehoben; gelöscht wird nichts.',
    lost: 'Was mit ihr geht: Ausweise, die noch nicht auf Papier sind, PINs, die noch nicht gezeigt wurden, und das Protokoll des Ausgestellten. Codes in Microsoft Entra bleiben, wie sie sind.',
    reading: 'Es wird nachgesehen, was noch lesbar ist…',
    known: (count) =>
      count.n === 1 ? 'Bei 1 Person war etwas offen:' : `Bei ${count.text} Personen war etwas offen:`,
    nobody: 'Niemand wartete auf einen Ausweis oder eine PIN.',
    unreadable:
      'Darin ist nichts mehr lesbar. Wer gerade bedient wurde, hat vielleicht keinen Ausweis, der funktioniert.',
    maybeMore: 'Vielleicht waren es mehr; das ist nicht mehr lesbar.',
    check:
      'Suchen Sie nach jeder dieser Personen und sehen Sie nach, was sie hat. Wer keinen Ausweis in der Hand hat, bekommt einen mit „Ausweis ersetzen“, wer keine PIN hat, eine mit „Neue PIN“.',
    confirm: 'Beiseitelegen',
    keep: 'So lassen',
    done: 'Eine frühere Warteschlange wurde beiseitegelegt',
    kept: (file) => `Sie liegt als ${file} im Datenordner dieser Station.`,
  },
  unfinished: {
    list: 'Nicht abgeschlossen',
    noBadge: 'Noch kein Ausweis',
    unreadable: 'Ausweis nicht mehr lesbar',
    pin: 'PIN noch nicht gezeigt',
  },
  seal: {
    title: 'Frühere Ausweise und PINs lassen sich nicht öffnen',
    what: 'Der Schlüsselspeicher dieses Computers gibt den Schlüssel nicht her, mit dem sie versiegelt sind. Auch Neues kann nicht ausgestellt werden.',
    next: 'Starten Sie unter dem Konto neu, mit dem diese Station eingerichtet wurde, und mit entsperrtem Schlüsselspeicher. Nur wenn das nicht geht, beginnen Sie mit einem neuen Schlüssel.',
    button: 'Mit neuem Schlüssel beginnen…',
    question: 'Mit einem neuen Schlüssel beginnen?',
    means:
      'Ausweise, die noch nicht auf Papier sind, können nicht gedruckt und noch nicht gezeigte PINs nicht gezeigt werden. Sie kommen wieder, wenn der alte Schlüssel wiederkommt. Sonst muss jeder ersetzt werden.',
    afterwards: 'Danach können wieder neue Ausweise ausgestellt werden.',
    confirm: 'Mit neuem Schlüssel beginnen',
    keep: 'Jetzt nicht',
    signIn: 'Melden Sie sich zuerst an: Das Protokoll hält fest, wer entschieden hat.',
  },
};
