import { failureText as say } from '../types.ts';

export const stationFailures = {
  'holder-disabled': say(
    'Dit account is uitgeschakeld',
    'Met een nieuwe code zou aanmelden niet lukken.',
    'Vraag uw IT-team om het account in te schakelen. Bestaande codes kunnen wel worden beëindigd.',
  ),
  'holder-guest': say(
    'Dit is een gastaccount',
    'Aanmelden met QR-code is voor leden van uw eigen organisatie.',
    'Gebruik het eigen account van de persoon, als dat er is.',
  ),
  'holder-mismatch': say(
    'De code noemt een andere persoon',
    'Hij past niet bij de persoon op het scherm en is daarom niet geprint.',
    'Zoek de persoon opnieuw en geef een nieuwe code uit.',
  ),
  'licence-missing': say(
    'Voor deze persoon is geen licentie gevonden',
    'Microsoft vraagt er een voor iedereen die zich met een QR-code aanmeldt, bijvoorbeeld Microsoft 365 F1 of F3.',
    'U kunt doorgaan. Lukt het aanmelden niet, vraag uw IT-team dan om een licentie.',
  ),
  'work-unfinished': say(
    'Voor deze persoon staat nog iets open',
    'Een code, badge of pincode uit een eerdere stap wacht nog. Deze stap verandert daar niets aan.',
    'Kijk in de wachtrij en rond het af, voor of na deze stap.',
  ),
  'plan-stale': say(
    'Er is sinds de controle iets veranderd',
    'De controle is te oud, of de codes van de persoon zijn nu anders. Er is niets gedaan.',
    'Controleer opnieuw en ga dan verder.',
  ),
  'plan-impossible': say(
    'Deze stap is nu niet mogelijk',
    'Ten minste één controle staat in de weg. Er is niets gedaan.',
    'Lees de controles, los op wat ze noemen en controleer opnieuw.',
  ),
  'clock-wrong': say(
    'De klok van deze computer loopt verkeerd',
    'Codes zouden op het verkeerde moment beginnen of eindigen.',
    'Zet datum en tijd op automatisch en controleer opnieuw.',
  ),
  'payload-invalid': say(
    'De code van Microsoft is niet bruikbaar',
    'Hij is leeg of te groot voor een badge; er is niets geprint.',
    'Vervang de badge om een andere code te krijgen.',
  ),
  'symbol-does-not-fit': say(
    'De code past niet op deze badge',
    'De vierkantjes zouden te klein zijn om te scannen.',
    'Gebruik grotere etiketten of een printer die fijner print.',
  ),
  'badge-unreadable': say(
    'De badge kon niet worden teruggelezen',
    'Een badge die niet kan worden gescand, wordt niet geprint.',
    'Gebruik grotere etiketten of een andere printer.',
  ),
  'font-missing': say(
    'Er ontbreekt een lettertype voor deze naam',
    'De naam zou niet goed op de badge staan.',
    'Installeer Badge Station opnieuw of geef de naam door aan uw IT-team.',
  ),
  'printer-unknown': say(
    'Deze printer is hier niet ingesteld',
    'Hij is in de instellingen verwijderd of hernoemd.',
    'Kies een andere printer.',
  ),
  'printer-not-chosen': say(
    'Er is geen printer gekozen',
    'Deze stap print een badge.',
    'Kies een printer en controleer opnieuw.',
  ),
  'printer-offline': say(
    'De printer is niet bereikbaar',
    'Hij staat uit, of de kabel of het netwerk is onderbroken.',
    'Controleer stroom en kabel en controleer dan opnieuw.',
  ),
  'printer-refused': say(
    'De printer heeft de verbinding afgewezen',
    'Hij staat aan, maar neemt nu niets aan.',
    'Zet hem uit en aan en controleer opnieuw.',
  ),
  'printer-busy': say(
    'De printer is bezig',
    'Een andere computer of taak gebruikt hem.',
    'Wacht even en controleer opnieuw.',
  ),
  'printer-vanished': say(
    'De verbinding met de printer viel weg',
    'Hij verdween terwijl hij in gebruik was.',
    'Sluit hem weer aan en kijk wat eruit is gekomen.',
  ),
  'printer-silent': say(
    'De printer beantwoordt geen vragen',
    'Hij neemt badges aan, maar kan niet melden of er papier is of een badge uitkwam.',
    'Kijk zelf voor en na het printen.',
  ),
  'printer-fault': say(
    'De printer meldt een storing',
    'Tot die is opgelost kan hij niet printen.',
    'Kijk op het display, zet hem uit en aan en controleer opnieuw.',
  ),
  'media-empty': say(
    'De printer heeft geen etiketten meer',
    'Er kan nu niets worden geprint.',
    'Laad een rol en controleer opnieuw.',
  ),
  'media-mismatch': say(
    'Wat er geladen is, heeft een ander formaat',
    'De badge zou afgesneden of verschoven worden.',
    'Laad het formaat dat voor deze printer is ingesteld en controleer opnieuw.',
  ),
  'cover-open': say(
    'De klep van de printer staat open',
    'Er kan nu niets worden geprint.',
    'Sluit hem en controleer opnieuw.',
  ),
  paused: say(
    'De printer is gepauzeerd',
    'Hij wacht tot iemand op een toets drukt.',
    'Druk op de printer op pauze of invoer.',
  ),
  'head-hot': say(
    'De printkop is te heet',
    'De printer stopt vanzelf tot hij is afgekoeld.',
    'Wacht een minuut en controleer opnieuw.',
  ),
  'cutter-jam': say(
    'De snijder zit vast',
    'Er kan nu niets worden geprint.',
    'Open de klep en maak de snijder vrij.',
  ),
  'address-invalid': say(
    'Het adres van een printer is niet te begrijpen',
    'De printer is niet te gebruiken tot het is verbeterd.',
    'Verbeter het adres onder Printers of in de stationsinstellingen.',
  ),
  'address-practice-only': say(
    'Dit soort printer is alleen voor de oefening',
    'Hij zou badges in gewone bestanden achterlaten.',
    'Stel een echte printer in.',
  ),
  'language-unknown': say(
    'De opdrachttaal van een printer is niet bekend',
    'Badge Station kan er niet mee praten.',
    'Verbeter het profiel van de printer in de stationsinstellingen.',
  ),
  'profile-unknown': say(
    'Het profiel van een printer is niet bekend',
    'De printer kan niet worden gebruikt.',
    'Kies het model onder Printers, of verbeter de naam van het profiel in de stationsinstellingen.',
  ),
  'permission-denied': say(
    'Dit account mag de printer niet gebruiken',
    'Het systeem laat Badge Station er niet bij.',
    'Vraag uw IT-team om toegang tot de printer.',
  ),
  'spool-unwritable': say(
    'De wachtrij kan niet worden bewaard',
    'Zonder wachtrij kan een code verloren gaan; daarom wordt er geen uitgegeven.',
    'Maak schijfruimte vrij en controleer of de schijf beschrijfbaar is.',
  ),
  'spool-corrupt': say(
    'De bewaarde wachtrij is beschadigd',
    'Ze is gelaten zoals ze is, en zolang ze in gebruik is kan er niets worden uitgegeven.',
    'Start één keer opnieuw. Blijft ze beschadigd, zet haar dan opzij, begin opnieuw en waarschuw uw IT-team.',
  ),
  'spool-newer': say(
    'De bewaarde wachtrij komt van een nieuwere versie',
    'Deze versie kan haar niet lezen en laat haar met rust.',
    'Werk Badge Station bij.',
  ),
  'spool-in-use': say(
    'Een ander Badge Station gebruikt deze wachtrij',
    'Er kan er maar één tegelijk mee werken.',
    'Sluit het andere en start opnieuw.',
  ),
  'spool-slow': say(
    'De schijf van deze computer is traag',
    'Het bewaren van een stap duurde seconden, en zo lang stond het venster stil. Er is niets verloren gegaan.',
    'Waarschuw uw IT-team: misschien gaat de schijf stuk, of staat de gegevensmap op een netwerkschijf.',
  ),
  'export-failed': say(
    'Het bestand kon niet worden geschreven',
    'Er is niets achtergebleven, en het logboek zelf is onaangeroerd.',
    'Kies een andere map of maak schijfruimte vrij en exporteer opnieuw.',
  ),
  'seal-unavailable': say(
    'Deze computer heeft geen bruikbare sleutelopslag',
    'Codes en pincodes blijven alleen in het geheugen en overleven geen herstart.',
    'Rond elke badge af voordat u Badge Station sluit, en vraag uw IT-team om een sleutelopslag.',
  ),
  'seal-broken': say(
    'Wat bewaard was, kan niet meer worden geopend',
    'De sleutel hoort bij een ander gebruikersaccount of een andere computer, of de sleutelopslag is vergrendeld.',
    'Start opnieuw onder het account waarmee dit station is ingericht. Lukt dat niet, begin dan op het eerste scherm met een nieuwe sleutel en vervang de badge.',
  ),
  'job-unknown': say(
    'Deze badge staat niet meer in de wachtrij',
    'Hij is afgerond of opgeborgen.',
    'Open de wachtrij opnieuw.',
  ),
  'intent-unknown': say(
    'Deze handeling staat niet meer in de wachtrij',
    'Ze is afgerond of opgeborgen.',
    'Open de wachtrij opnieuw.',
  ),
  'transition-refused': say(
    'Dit kan niet meer bij deze badge',
    'De stand is intussen veranderd.',
    'Kijk in de wachtrij hoe het ervoor staat en kies opnieuw.',
  ),
  'lease-lost': say(
    'Iemand anders heeft eerder over deze badge beslist',
    'De latere beslissing is niet uitgevoerd.',
    'Kijk in de wachtrij hoe het ervoor staat.',
  ),
  'payload-gone': say(
    'De code is hier niet meer bewaard',
    'Hij is gewist na overhandigen, aflopen of annuleren en kan niet opnieuw worden gelezen.',
    'Vervang de badge om een nieuwe te printen.',
  ),
  'pin-in-doubt': say(
    'Het is nog niet bekend welke pincode geldt',
    'Een andere handeling voor deze persoon is nog niet afgerond. Die kan een andere pincode hebben ingesteld, en een verkeerde pincode sluit mensen buiten.',
    'Rond eerst die handeling af in de wachtrij en kom dan terug.',
  ),
  'pin-gone': say(
    'De pincode is hier niet meer bewaard',
    'Hij is gewist na het overhandigen en kan niet opnieuw worden gelezen.',
    'Stel een nieuwe pincode in.',
  ),
  'code-expired': say(
    'Deze code is afgelopen',
    'Een afgelopen code wordt niet geprint.',
    'Geef een nieuwe uit.',
  ),
  'code-replaced': say(
    'Een nieuwere code heeft hem vervangen',
    'De oudere werkt niet meer en wordt niet geprint.',
    'Ga verder met de nieuwere badge.',
  ),
  'settings-unreadable': say(
    'De stationsinstellingen konden niet worden gelezen',
    'De laatste goede instellingen worden gebruikt.',
    'Verbeter ze en start Badge Station opnieuw.',
  ),
  'settings-invalid': say(
    'Een van de stationsinstellingen is niet bruikbaar',
    'De laatste goede waarde wordt gebruikt.',
    'Verbeter de waarde en start Badge Station opnieuw.',
  ),
};
