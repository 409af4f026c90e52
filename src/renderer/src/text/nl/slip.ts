import type { SlipText } from '../en/slip.ts';
import { failureText as say } from '../types.ts';

export const slip: SlipText = {
  title: 'Pincodebriefje',
  what: (printer: string) =>
    `Drukt de pincode af op ${printer}, op een apart stuk papier. Op het scherm verschijnt niets.`,
  print: 'Pincodebriefje afdrukken',
  queued: 'Het pincodebriefje wacht op afdrukken',
  queuedWhat: 'Het wordt vanzelf afgedrukt zodra de printer klaar is.',
  sending: (printer: string) => `Pincodebriefje wordt naar ${printer} gestuurd`,
  sent: (printer: string) =>
    `Het pincodebriefje is naar ${printer} gestuurd. Pak het en geef het aan de houder.`,
  confirmed: (printer: string) =>
    `${printer} meldt dat het pincodebriefje klaar is. Pak het en geef het aan de houder.`,
  byPerson: 'U zei dat het pincodebriefje eruit kwam.',
  handedOver: 'Het pincodebriefje is overhandigd.',
  held: 'Het pincodebriefje wacht op u',
  unsure: 'Kwam er een pincodebriefje uit?',
  unsureWhat: 'Kijk bij de printer voordat u antwoordt. Wie het briefje vindt, kan de pincode gebruiken.',
  cancelled: 'Het pincodebriefje is geannuleerd.',
  expired: 'Het pincodebriefje wachtte te lang en is gewist.',
  replaced: 'Er geldt nu een nieuwere pincode. Het briefje met de oude wordt niet meer afgedrukt.',
  yes: 'Ja, het kwam eruit',
  newPin: 'Nieuwe pincode instellen',
  newPinWhat: 'Het veilige antwoord als u het niet weet: een rondslingerend briefje is dan waardeloos.',
  again: 'Nee, nog eens afdrukken',
  againWhat: 'Dezelfde pincode wordt nog eens afgedrukt, als kopie 2.',
  notOut: 'Er kwam geen briefje uit',
  cancel: 'Briefje annuleren',
  release: 'Opnieuw sturen',
  unfinished: 'Het pincodebriefje is nog niet klaar.',
  line: (state: string) => `Pincodebriefje: ${state}`,
};

export const slipFailures = {
  'slip-not-set-up': say(
    'Er is geen printer voor pincodebriefjes',
    'Een pincode wordt alleen afgedrukt waar de instellingen er een printer voor noemen.',
    'Toon de pincode op het scherm, of vraag om een printer voor pincodebriefjes.',
  ),
  'slip-shares-paper': say(
    'De pincode zou op het papier van de badge komen',
    'Deze printer heeft geen mes en drukt ook badges af: badge en pincode zouden op één strook staan.',
    'Toon de pincode op het scherm, of stel een andere printer in voor pincodebriefjes.',
  ),
  'slip-unfinished': say(
    'Het pincodebriefje is niet klaar',
    'Niemand heeft nog gezegd of het briefje met de pincode eruit kwam.',
    'Beantwoord de vraag over het briefje of annuleer het, en ga dan verder.',
  ),
};
