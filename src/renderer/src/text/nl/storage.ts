import type { StorageText } from '../en/storage.ts';

export const storage: StorageText = {
  tryAgain: 'Opnieuw proberen',
  aside: {
    button: 'Opzij zetten en opnieuw beginnen…',
    title: 'De beschadigde wachtrij opzij zetten?',
    what: 'Er wordt een lege wachtrij begonnen. Het beschadigde bestand krijgt een andere naam en blijft bewaard voor uw IT-team; er wordt niets gewist.',
    lost: 'Wat ermee verdwijnt: badges die nog niet op papier staan, pincodes die nog niet zijn getoond en het logboek van wat is uitgegeven. Codes in Microsoft Entra blijven zoals ze zijn.',
    reading: 'Kijken wat nog leesbaar is…',
    known: (count) =>
      count.n === 1 ? '1 persoon was niet afgerond:' : `${count.text} personen waren niet afgerond:`,
    nobody: 'Niemand wachtte op een badge of een pincode.',
    unreadable: 'Er is niets meer leesbaar. Wie net werd geholpen, heeft misschien geen badge die werkt.',
    maybeMore: 'Misschien waren het er meer; dat is niet meer te lezen.',
    check:
      'Zoek ieder van hen op en kijk wat ze hebben. Wie geen badge in handen heeft, krijgt er een met “Badge vervangen”, wie geen pincode heeft met “Nieuwe pincode”.',
    confirm: 'Opzij zetten',
    keep: 'Zo laten',
    done: 'Een eerdere wachtrij is opzij gezet',
    kept: (file) => `Ze staat als ${file} in de gegevensmap van dit station.`,
  },
  unfinished: {
    list: 'Niet afgerond',
    noBadge: 'Nog geen badge',
    unreadable: 'Badge niet meer leesbaar',
    pin: 'Pincode nog niet getoond',
  },
  seal: {
    title: 'Eerdere badges en pincodes kunnen niet worden geopend',
    what: 'De sleutelopslag van deze computer geeft de sleutel niet waarmee ze zijn verzegeld. Er kan ook niets nieuws worden uitgegeven.',
    next: 'Start opnieuw onder het account waarmee dit station is ingericht, met ontgrendelde sleutelopslag. Alleen als dat niet kan, begint u met een nieuwe sleutel.',
    button: 'Met een nieuwe sleutel beginnen…',
    question: 'Met een nieuwe sleutel beginnen?',
    means:
      'Badges die nog niet op papier staan kunnen niet worden geprint en pincodes die nog niet zijn getoond kunnen niet worden getoond. Ze komen terug als de oude sleutel terugkomt. Anders moet elk worden vervangen.',
    afterwards: 'Daarna kunnen weer nieuwe badges worden uitgegeven.',
    confirm: 'Met een nieuwe sleutel beginnen',
    keep: 'Nu niet',
    signIn: 'Meld u eerst aan: het logboek noteert wie heeft beslist.',
  },
};
