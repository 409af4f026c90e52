import { failureText as say } from '../types.ts';

export const directoryFailures = {
  bug: say(
    'Er ging iets mis in Badge Station',
    'De stap is gestopt. Wat ervoor bewaard was, is veilig.',
    'Probeer het opnieuw. Gebeurt het weer, start Badge Station dan opnieuw en laat de gegevens hieronder aan uw IT-team zien.',
  ),
  'bad-request': say(
    'De stap kon niet worden uitgevoerd',
    'Het venster vroeg om iets wat het station niet aanneemt.',
    'Controleer wat u hebt ingevuld. Gebeurt het weer, start Badge Station dan opnieuw.',
  ),
  'unknown-sender': say(
    'Een verzoek is afgewezen',
    'Het kwam niet uit het venster van Badge Station.',
    'Start Badge Station opnieuw en waarschuw uw IT-team.',
  ),
  busy: say(
    'Een andere stap is nog bezig',
    'Twee stappen tegelijk kunnen elkaar in de weg zitten.',
    'Wacht tot die klaar is en probeer het dan opnieuw.',
  ),
  cancelled: say(
    'De stap is gestopt',
    'Hij eindigde voordat hij klaar was.',
    'Begin opnieuw wanneer u wilt.',
  ),
  locked: say(
    'Het station is vergrendeld',
    'Badges die al onderweg zijn, worden gewoon geprint.',
    'Ontgrendel het station om verder te gaan.',
  ),
  'not-signed-in': say(
    'Niemand is aangemeld',
    'Om te zoeken en uit te geven moet iemand aangemeld zijn.',
    'Meld u aan en probeer het opnieuw.',
  ),
  'sign-in-cancelled': say(
    'Het aanmelden is geannuleerd',
    'Niemand is aangemeld.',
    'Meld u aan wanneer u wilt.',
  ),
  'sign-in-busy': say(
    'Er is al een aanmelding bezig',
    'Er kan er maar één tegelijk lopen.',
    'Rond die af in de browser of annuleer die hier.',
  ),
  'sign-in-offline': say(
    'Microsoft is niet bereikbaar om aan te melden',
    'Een eerdere aanmelding blijft bewaard, maar kon niet worden vernieuwd.',
    'Controleer de verbinding en probeer het opnieuw.',
  ),
  'sign-in-refused': say(
    'Microsoft heeft deze aanmelding beëindigd',
    'Het account of de rechten zijn veranderd.',
    'Meld u opnieuw aan. Lukt dat niet, vraag dan uw IT-team.',
  ),
  'sign-in-interaction-required': say(
    'Microsoft wil u nog eens zien',
    'De aanmelding heeft nog een bevestiging van u nodig.',
    'Meld u opnieuw aan en herhaal de stap.',
  ),
  'sign-in-consent-required': say(
    'Badge Station is nog niet goedgekeurd',
    'Een beheerder moet het eerst voor uw organisatie goedkeuren.',
    'Vraag uw IT-team om Badge Station in Microsoft Entra goed te keuren.',
  ),
  'sign-in-failed': say(
    'Het aanmelden is niet gelukt',
    'Niemand is aangemeld.',
    'Probeer het opnieuw. Gebeurt het weer, laat de gegevens hieronder dan aan uw IT-team zien.',
  ),
  'browser-not-opened': say(
    'De browser ging niet open',
    'Aanmelden gebeurt in de browser van deze computer.',
    'Stel een standaardbrowser in en probeer het opnieuw.',
  ),
  'cloud-unsupported': say(
    'Deze Microsoft-cloud heeft geen aanmelding met QR-code',
    'De organisatie zit in een cloud die dit niet aanbiedt.',
    'Vraag uw IT-team welke organisatie u moet gebruiken.',
  ),
  'stand-in-practice-only': say(
    'Deze versie werkt alleen in de oefenmodus',
    'Ze gebruikt een vervanger van de officiële runtime, die geen echte organisatie mag raken.',
    'Installeer het officiële Badge Station om met uw organisatie te werken.',
  ),
  'graph-offline': say(
    'Microsoft is niet bereikbaar',
    'Zoeken en uitgeven hebben een verbinding nodig. Badges in de wachtrij kunnen wel worden afgerond.',
    'Controleer de verbinding en probeer het opnieuw.',
  ),
  'connection-untrusted': say(
    'De verbinding met Microsoft is niet te vertrouwen',
    'Onderweg werd een certificaat getoond dat deze computer niet accepteert. Er is niets verzonden en u blijft aangemeld.',
    'Controleer de datum van deze computer. Klopt die, vraag dan uw IT-team: het certificaat van een proxy die meekijkt moet in het systeem staan.',
  ),
  'graph-host-refused': say(
    'Een onverwacht adres is afgewezen',
    'Het antwoord verwees naar een server waarmee Badge Station niet praat.',
    'Waarschuw uw IT-team en laat de gegevens hieronder zien.',
  ),
  'graph-outcome-unknown': say(
    'We weten niet of Microsoft de stap heeft uitgevoerd',
    'Het antwoord ging onderweg verloren. Niets wordt blind herhaald.',
    'Open de wachtrij: daar staat hoe het ervoor staat en wat er kan.',
  ),
  'graph-throttled': say(
    'Microsoft vraagt om het rustiger aan te doen',
    'Er kwamen te veel verzoeken tegelijk uit deze organisatie.',
    'Wacht een minuut en probeer het opnieuw.',
  ),
  'graph-unavailable': say(
    'Microsoft heeft op dit moment een storing',
    'De dienst antwoordt dat hij nu niet kan werken.',
    'Probeer het over enkele minuten opnieuw.',
  ),
  'graph-token-refused': say(
    'Microsoft aanvaardt deze aanmelding niet meer',
    'De stap is niet uitgevoerd.',
    'Meld u opnieuw aan en herhaal de stap.',
  ),
  'graph-claims-challenge': say(
    'Microsoft vraagt nog een bewijs dat u het bent',
    'Deze stap heeft een sterkere aanmelding nodig.',
    'Meld u opnieuw aan, bevestig, en herhaal de stap.',
  ),
  'graph-refused': say(
    'Microsoft heeft de stap geweigerd',
    'Uw account mag dit niet.',
    'Vraag uw IT-team welke rol u nodig hebt.',
  ),
  'graph-refused-role': say(
    'U kunt deze persoon niet wijzigen',
    'Uw rol omvat deze persoon niet.',
    'Vraag iemand wiens rol deze persoon of locatie wel omvat.',
  ),
  'graph-refused-self': say(
    'Uw eigen badge kunt u zo niet wijzigen',
    'Microsoft staat hier niet toe dat iemand voor zichzelf uitgeeft.',
    'Vraag een collega.',
  ),
  'graph-policy-refused': say(
    'Aanmelden met QR-code staat voor deze persoon niet aan',
    'Het aanmeldbeleid van uw organisatie omvat deze persoon niet.',
    'Vraag uw IT-team om de persoon aan het QR-codebeleid toe te voegen.',
  ),
  'graph-bad-answer': say(
    'Het antwoord van Microsoft was niet te begrijpen',
    'Het had niet de verwachte vorm.',
    'Probeer het opnieuw. Gebeurt het weer, laat de gegevens hieronder dan aan uw IT-team zien.',
  ),
  'graph-bad-request': say(
    'Microsoft heeft het verzoek niet aangenomen',
    'De stap is niet uitgevoerd.',
    'Ga terug en controleer de keuze. Gebeurt het weer, laat de gegevens hieronder dan aan uw IT-team zien.',
  ),
  'holder-not-found': say(
    'Deze persoon staat niet meer in de directory',
    'De persoon is intussen verwijderd of hernoemd.',
    'Zoek opnieuw.',
  ),
  'method-not-found': say(
    'Nog geen badge',
    'Deze persoon heeft geen QR-code en geen pincode.',
    'Geef een eerste badge uit.',
  ),
  'method-exists': say(
    'Er is al een badge',
    'Een eerste badge is alleen voor mensen die er nog geen hebben.',
    'Kies ‘Badge vervangen’ of ‘Tijdelijke code’.',
  ),
  'code-exists': say(
    'Er is al een actieve code van deze soort',
    'Microsoft staat er één tegelijk toe.',
    'Beëindig of vervang de huidige en probeer het opnieuw.',
  ),
  'code-not-found': say(
    'Er is geen actieve code van deze soort',
    'Hij is afgelopen, verwijderd of heeft nooit bestaan.',
    'Kijk wat de persoon nu heeft en kies opnieuw.',
  ),
  'lifetime-refused': say(
    'Deze geldigheid is niet mogelijk',
    'Een badge geldt 1 tot 395 dagen vanaf het begin, een tijdelijke code 1 tot 12 uur.',
    'Kies een andere geldigheid of vervang de badge.',
  ),
  'pin-refused': say(
    'Microsoft heeft de pincode niet aangenomen',
    'De regels van uw organisatie wijken af van wat hier is ingesteld.',
    'Vraag uw IT-team naar de lengte van de pincode en probeer het opnieuw.',
  ),
  'pin-not-disclosed': say(
    'Microsoft heeft ons de nieuwe pincode niet gegeven',
    'De pincode is veranderd, maar niemand kent hem.',
    'Stel nog eens een nieuwe pincode in. Alleen de laatste telt.',
  ),
};
