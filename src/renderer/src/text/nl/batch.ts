import { failureText as say } from '../types.ts';
import type { BatchText } from '../en/batch.ts';

export const batch: BatchText = {
  title: 'Lijsten',
  key: 'De lijsten openen',
  intro: 'Badges voor veel mensen. Ieder krijgt dezelfde controles als bij één badge, een voor een.',
  wish: {
    label: 'Wat de mensen op de lijst krijgen',
    kinds: {
      badge: {
        name: 'Badges',
        what: 'Een eerste badge voor wie er geen heeft, en een nieuwe voor wie de code voorbij is of bijna afloopt.',
      },
      temporary: { name: 'Tijdelijke codes', what: 'Voor één dienst, naast de badge.' },
      extend: { name: 'Meer tijd', what: 'Badges die bijna aflopen gelden langer. Er komt niets op papier.' },
    },
  },
  withinDays: 'Binnen hoeveel dagen aflopen telt als bijna?',
  hours: 'Hoeveel uur geldig?',
  slips: 'Elke pincode op een eigen briefje afdrukken',
  pinsHint: 'Pincodes wachten verzegeld op dit station en worden een voor een getoond bij de overdracht.',
  from: { label: 'Waar de mensen vandaan komen', file: 'Bestand', text: 'Geplakte tekst' },
  file: {
    what: 'Een CSV-bestand met een kolom voor personeelsnummer, UPN of naam, en een regel per persoon.',
    button: 'Bestand kiezen',
  },
  paste: { label: 'Een tabel, of één kolom met nummers of UPN’s', button: 'Tekst lezen' },
  readList: 'Lijst lezen',
  reading: {
    title: 'De mensen op de lijst worden opgezocht…',
    progress: (done, of) => `${done} van ${of} mensen`,
    what: 'Hierdoor verandert niets.',
    stop: 'Stoppen met lezen',
  },
  patience: (time) => `Microsoft vraagt geduld tot ${time}. Daarna gaat het vanzelf verder.`,
  ready: {
    title: (count) =>
      count.n === 1 ? '1 persoon is aan de beurt' : `${count.text} mensen zijn aan de beurt`,
    nothing: 'Niemand op deze lijst heeft iets nodig',
    what: 'Er is nog niets veranderd. Iedereen wordt nog eens gecontroleerd als het zijn beurt is.',
    ends: 'Waar een werkende badge wordt vervangen, wacht de volgende tot de nieuwe is gescand.',
    start: 'Beginnen',
    discard: 'Lijst weggooien',
  },
  run: {
    title: 'De lijst is bezig',
    progress: (done, of) => `${done} van ${of} klaar`,
    now: (name) => `Nu: ${name}`,
    waits: {
      paper: 'Wacht op de printer.',
      scan: 'Scan de badge die eruit kwam. Pas daarna eindigt de volgende oude code.',
      person: 'Een badge heeft u nodig. Open de wachtrij.',
    },
    ahead: 'Gemaakt, nog niet klaar',
    pause: 'Pauzeren',
    scan: 'Hier scannen',
    otherBadge: 'Dat was niet deze badge. Scan de laatste die eruit kwam.',
  },
  paused: {
    title: 'De lijst staat stil',
    whys: {
      person: 'Iemand heeft hem stilgezet.',
      trouble: 'Iets zit iedereen op de lijst in de weg.',
      locked: 'Het station werd vergrendeld.',
      restart: 'Badge Station werd gesloten terwijl de lijst bezig was.',
    },
    safe: 'Niemand wordt dubbel geholpen en niemand vergeten.',
    goOn: 'Verdergaan',
    end: 'Hier beëindigen',
  },
  ended: {
    title: 'De lijst is klaar',
    pins: (count) =>
      count.n === 1
        ? '1 pincode wacht verzegeld. Toon hem vanuit de wachtrij bij de overdracht.'
        : `${count.text} pincodes wachten verzegeld. Toon ze een voor een vanuit de wachtrij bij de overdracht.`,
    save: 'Verslag opslaan',
    saved: 'Het verslag is opgeslagen. Er staat geen code en geen pincode in.',
    again: 'Nog eens kijken naar wie niet geholpen is',
    close: 'Verslag sluiten',
  },
  people: {
    label: 'Mensen op de lijst',
    show: 'Tonen',
    all: 'Allemaal',
    line: (line) => `Regel ${line}`,
    more: 'Meer tonen',
    none: 'Niemand hier.',
  },
  counts: {
    waiting: 'Wacht',
    begun: 'Wordt gemaakt',
    issued: 'Onderweg',
    done: 'Klaar',
    'left-out': 'Overgeslagen',
    failed: 'Niet mogelijk',
    unsure: 'Te bekijken',
  },
  notes: {
    'listed-twice': 'Twee keer op de lijst',
    'line-unreadable': 'Deze regel is niet te lezen',
    'line-without-key': 'Deze regel noemt niemand',
    'line-disagrees': 'Nummer en UPN horen bij verschillende mensen',
    'not-unique': 'Er past meer dan één persoon',
    'own-badge': 'Dit bent u zelf',
    'code-fresh': 'Heeft een badge die lang genoeg geldt',
    'code-changed': 'Iemand anders heeft intussen een code gemaakt',
    'has-temporary': 'Heeft een werkende tijdelijke code',
    'badge-under-way': 'Er is al een badge onderweg',
    'not-begun': 'De lijst is eerder beëindigd',
    'badge-cancelled': 'De badge is geannuleerd',
    'picture-lost': 'Er is een code, de badge ging verloren: kijk nog eens',
    'half-done': 'De oude code is voorbij, de nieuwe ontbreekt: kijk nog eens',
    'outcome-unknown': 'Niemand kon zeggen wat er gebeurde: kijk nog eens',
  },
};

export const batchFailures = {
  'list-unreadable': say(
    'Het bestand kon niet worden geopend',
    'Badge Station mag het niet lezen, of het is weg.',
    'Kopieer het naar deze computer en kies het opnieuw.',
  ),
  'list-encoding': say(
    'De letters van dit bestand zijn niet zeker',
    'Het is niet als UTF-8 opgeslagen of geen tabel, dus namen kunnen verkeerd worden gelezen.',
    'Sla het op als “CSV UTF-8” en kies het opnieuw.',
  ),
  'list-columns': say(
    'Geen kolom noemt de mensen',
    'De eerste regel moet elke kolom één keer noemen: personeelsnummer, UPN of naam.',
    'Vul de eerste regel aan of verbeter hem en lees de lijst opnieuw.',
  ),
  'list-broken': say(
    'Dit is geen tabel',
    'Te veel regels zijn niet te lezen.',
    'Sla de lijst nog eens op als CSV en kies hem.',
  ),
  'list-too-long': say(
    'De lijst is te lang',
    'Een lijst mag 5.000 mensen en 4 megabyte hebben.',
    'Splits hem, of kies een kleinere groep.',
  ),
  'batch-running': say(
    'Er is een lijst bezig',
    'Het station helpt één persoon tegelijk, dus een losse badge wacht.',
    'Zet de lijst stil, geef de badge uit en ga verder met de lijst.',
  ),
  'batch-in-hand': say(
    'Een andere lijst is niet klaar',
    'Er kan één lijst tegelijk bezig zijn.',
    'Ga ermee verder of beëindig hem, en lees dan deze.',
  ),
  'report-unwritable': say(
    'Het verslag kon niet worden opgeslagen',
    'Er is daar niets geschreven.',
    'Kies een andere map.',
  ),
};
