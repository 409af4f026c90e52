import { failureText as say } from '../types.ts';

export const stationFailures = {
  'holder-disabled': say(
    'Dieses Konto ist abgeschaltet',
    'Mit einem neuen Code wäre keine Anmeldung möglich.',
    'Bitten Sie Ihr IT-Team, das Konto einzuschalten. Bestehende Codes können Sie trotzdem beenden.',
  ),
  'holder-guest': say(
    'Das ist ein Gastkonto',
    'Die Anmeldung mit QR-Code ist für Mitglieder der eigenen Organisation.',
    'Nehmen Sie das eigene Konto der Person, falls es eines gibt.',
  ),
  'holder-mismatch': say(
    'Der Code nennt eine andere Person',
    'Er passt nicht zur Person auf dem Bildschirm und wurde deshalb nicht gedruckt.',
    'Suchen Sie die Person noch einmal und stellen Sie einen neuen Code aus.',
  ),
  'licence-missing': say(
    'Für diese Person wurde keine Lizenz gefunden',
    'Microsoft verlangt eine für alle, die sich mit QR-Code anmelden, zum Beispiel Microsoft 365 F1 oder F3.',
    'Sie können weitermachen. Klappt die Anmeldung nicht, fragen Sie Ihr IT-Team nach einer Lizenz.',
  ),
  'work-unfinished': say(
    'Für diese Person ist noch etwas offen',
    'Ein Code, ein Ausweis oder eine PIN aus einem früheren Schritt wartet noch. Dieser Schritt lässt das unverändert.',
    'Sehen Sie in der Warteschlange nach und schließen Sie es vorher oder nachher ab.',
  ),
  'plan-stale': say(
    'Seit der Prüfung hat sich etwas geändert',
    'Die Prüfung ist zu alt, oder die Codes der Person sind jetzt andere. Es wurde nichts getan.',
    'Prüfen Sie erneut und machen Sie dann weiter.',
  ),
  'plan-impossible': say(
    'Dieser Schritt ist jetzt nicht möglich',
    'Mindestens eine Prüfung steht im Weg. Es wurde nichts getan.',
    'Lesen Sie die Prüfungen, beheben Sie, was sie nennen, und prüfen Sie erneut.',
  ),
  'clock-wrong': say(
    'Die Uhr dieses Computers geht falsch',
    'Codes würden zur falschen Zeit beginnen oder enden.',
    'Stellen Sie Datum und Uhrzeit auf automatisch und prüfen Sie erneut.',
  ),
  'payload-invalid': say(
    'Der Code von Microsoft ist nicht brauchbar',
    'Er ist leer oder zu groß für einen Ausweis; es wurde nichts gedruckt.',
    'Ersetzen Sie den Ausweis, um einen anderen Code zu erhalten.',
  ),
  'symbol-does-not-fit': say(
    'Der Code passt nicht auf diesen Ausweis',
    'Seine Quadrate wären zu klein zum Scannen.',
    'Nehmen Sie größere Etiketten oder einen Drucker mit feinerem Druck.',
  ),
  'badge-unreadable': say(
    'Der fertige Ausweis ließ sich nicht zurücklesen',
    'Ein Ausweis, der nicht gescannt werden kann, wird nicht gedruckt.',
    'Nehmen Sie größere Etiketten oder einen anderen Drucker.',
  ),
  'font-missing': say(
    'Für diesen Namen fehlt eine Schrift',
    'Der Name ließe sich auf dem Ausweis nicht richtig schreiben.',
    'Installieren Sie Badge Station neu oder nennen Sie Ihrem IT-Team den Namen.',
  ),
  'printer-unknown': say(
    'Dieser Drucker ist hier nicht eingerichtet',
    'Er wurde in den Einstellungen entfernt oder umbenannt.',
    'Wählen Sie einen anderen Drucker.',
  ),
  'printer-not-chosen': say(
    'Kein Drucker ist gewählt',
    'Dieser Schritt druckt einen Ausweis.',
    'Wählen Sie einen Drucker und prüfen Sie erneut.',
  ),
  'printer-offline': say(
    'Der Drucker ist nicht erreichbar',
    'Er ist ausgeschaltet, oder Kabel oder Netz sind unterbrochen.',
    'Prüfen Sie Strom und Kabel und prüfen Sie dann erneut.',
  ),
  'printer-refused': say(
    'Der Drucker hat die Verbindung abgewiesen',
    'Er ist eingeschaltet, nimmt aber gerade nichts an.',
    'Schalten Sie ihn aus und ein und prüfen Sie erneut.',
  ),
  'printer-busy': say(
    'Der Drucker ist beschäftigt',
    'Ein anderer Computer oder Auftrag benutzt ihn.',
    'Warten Sie einen Moment und prüfen Sie erneut.',
  ),
  'printer-vanished': say(
    'Die Verbindung zum Drucker ging verloren',
    'Er verschwand, während er benutzt wurde.',
    'Schließen Sie ihn wieder an und sehen Sie nach, was herausgekommen ist.',
  ),
  'printer-silent': say(
    'Der Drucker antwortet nicht auf Fragen',
    'Er nimmt Ausweise an, kann aber nicht melden, ob Papier da ist oder ein Ausweis herauskam.',
    'Sehen Sie vor und nach dem Druck selbst nach.',
  ),
  'printer-fault': say(
    'Der Drucker meldet eine Störung',
    'Bis sie behoben ist, kann er nicht drucken.',
    'Sehen Sie auf seine Anzeige, schalten Sie ihn aus und ein und prüfen Sie erneut.',
  ),
  'media-empty': say(
    'Der Drucker hat keine Etiketten mehr',
    'Jetzt kann nichts gedruckt werden.',
    'Legen Sie eine Rolle ein und prüfen Sie erneut.',
  ),
  'media-mismatch': say(
    'Das eingelegte Material hat eine andere Größe',
    'Der Ausweis würde abgeschnitten oder verschoben.',
    'Legen Sie die für diesen Drucker eingerichtete Größe ein und prüfen Sie erneut.',
  ),
  'cover-open': say(
    'Die Klappe des Druckers ist offen',
    'Jetzt kann nichts gedruckt werden.',
    'Schließen Sie sie und prüfen Sie erneut.',
  ),
  paused: say(
    'Der Drucker ist angehalten',
    'Er wartet auf einen Tastendruck.',
    'Drücken Sie am Drucker auf Pause oder Vorschub.',
  ),
  'head-hot': say(
    'Der Druckkopf ist zu heiß',
    'Der Drucker hält von selbst an, bis er abgekühlt ist.',
    'Warten Sie eine Minute und prüfen Sie erneut.',
  ),
  'cutter-jam': say(
    'Der Abschneider klemmt',
    'Jetzt kann nichts gedruckt werden.',
    'Öffnen Sie die Klappe und machen Sie ihn frei.',
  ),
  'address-invalid': say(
    'Die Adresse eines Druckers ist nicht zu verstehen',
    'Bis sie berichtigt ist, kann der Drucker nicht benutzt werden.',
    'Berichtigen Sie die Adresse unter „Drucker“ oder in den Stationseinstellungen.',
  ),
  'address-practice-only': say(
    'Diese Art Drucker ist nur für die Übung',
    'Sie würde Ausweise in einfachen Dateien ablegen.',
    'Richten Sie einen echten Drucker ein.',
  ),
  'language-unknown': say(
    'Die Befehlssprache eines Druckers ist nicht bekannt',
    'Badge Station kann nicht mit ihm sprechen.',
    'Berichtigen Sie das Profil des Druckers in den Stationseinstellungen.',
  ),
  'profile-unknown': say(
    'Das Profil eines Druckers ist nicht bekannt',
    'Der Drucker kann nicht benutzt werden.',
    'Wählen Sie das Modell unter „Drucker“ oder berichtigen Sie den Namen des Profils in den Stationseinstellungen.',
  ),
  'permission-denied': say(
    'Dieses Konto darf den Drucker nicht benutzen',
    'Das System lässt Badge Station nicht an ihn heran.',
    'Bitten Sie Ihr IT-Team um Zugriff auf den Drucker.',
  ),
  'spool-unwritable': say(
    'Die Warteschlange kann nicht gespeichert werden',
    'Ohne sie könnte ein Code verloren gehen; deshalb wird keiner ausgestellt.',
    'Schaffen Sie Platz auf der Festplatte und prüfen Sie, ob sie beschreibbar ist.',
  ),
  'spool-corrupt': say(
    'Die gespeicherte Warteschlange ist beschädigt',
    'Sie wurde gelassen, wie sie ist. Solange sie benutzt wird, kann nichts ausgestellt werden.',
    'Starten Sie einmal neu. Bleibt sie beschädigt, legen Sie sie beiseite, beginnen Sie neu und sagen Sie Ihrem IT-Team Bescheid.',
  ),
  'spool-newer': say(
    'Die gespeicherte Warteschlange stammt aus einer neueren Version',
    'Diese Version kann sie nicht lesen und lässt sie unberührt.',
    'Aktualisieren Sie Badge Station.',
  ),
  'spool-in-use': say(
    'Ein anderes Badge Station benutzt diese Warteschlange',
    'Es kann immer nur eines damit arbeiten.',
    'Schließen Sie das andere und starten Sie neu.',
  ),
  'spool-slow': say(
    'Die Festplatte dieses Computers ist langsam',
    'Das Speichern eines Schritts dauerte Sekunden, so lange stand das Fenster still. Verloren ging dabei nichts.',
    'Sagen Sie Ihrem IT-Team Bescheid: Vielleicht geht die Festplatte kaputt, oder der Datenordner liegt auf einem Netzlaufwerk.',
  ),
  'export-failed': say(
    'Die Datei konnte nicht geschrieben werden',
    'Zurückgeblieben ist nichts, und das Protokoll selbst ist unberührt.',
    'Wählen Sie einen anderen Ordner oder schaffen Sie Platz, dann exportieren Sie noch einmal.',
  ),
  'seal-unavailable': say(
    'Dieser Computer hat keinen nutzbaren Schlüsselspeicher',
    'Codes und PINs bleiben nur im Arbeitsspeicher und überstehen keinen Neustart.',
    'Schließen Sie jeden Ausweis ab, bevor Sie Badge Station beenden, und bitten Sie Ihr IT-Team um einen Schlüsselspeicher.',
  ),
  'seal-broken': say(
    'Das Gespeicherte lässt sich nicht mehr öffnen',
    'Der Schlüssel gehört zu einem anderen Benutzerkonto oder Computer, oder der Schlüsselspeicher ist gesperrt.',
    'Starten Sie unter dem Konto neu, mit dem diese Station eingerichtet wurde. Geht das nicht, beginnen Sie auf der ersten Seite mit einem neuen Schlüssel und ersetzen Sie den Ausweis.',
  ),
  'job-unknown': say(
    'Dieser Ausweis ist nicht mehr in der Warteschlange',
    'Er wurde abgeschlossen oder abgelegt.',
    'Öffnen Sie die Warteschlange noch einmal.',
  ),
  'intent-unknown': say(
    'Dieser Vorgang ist nicht mehr in der Warteschlange',
    'Er wurde abgeschlossen oder abgelegt.',
    'Öffnen Sie die Warteschlange noch einmal.',
  ),
  'transition-refused': say(
    'Das ist bei diesem Ausweis nicht mehr möglich',
    'Sein Stand hat sich inzwischen geändert.',
    'Sehen Sie in der Warteschlange nach und wählen Sie neu.',
  ),
  'lease-lost': say(
    'Jemand anderes hat über diesen Ausweis zuerst entschieden',
    'Die spätere Entscheidung wurde nicht ausgeführt.',
    'Sehen Sie in der Warteschlange nach, wie es steht.',
  ),
  'payload-gone': say(
    'Der Code ist hier nicht mehr gespeichert',
    'Er wurde nach Übergabe, Ablauf oder Verwerfen gelöscht und kann nicht wieder gelesen werden.',
    'Ersetzen Sie den Ausweis, um einen neuen zu drucken.',
  ),
  'pin-in-doubt': say(
    'Noch ist nicht klar, welche PIN gilt',
    'Ein anderer Vorgang für diese Person ist nicht geklärt. Er kann eine andere PIN gesetzt haben, und eine falsche PIN sperrt aus.',
    'Klären Sie zuerst diesen Vorgang in der Warteschlange und kommen Sie dann zurück.',
  ),
  'pin-gone': say(
    'Die PIN ist hier nicht mehr gespeichert',
    'Sie wurde nach der Übergabe gelöscht und kann nicht wieder gelesen werden.',
    'Setzen Sie eine neue PIN.',
  ),
  'code-expired': say(
    'Dieser Code ist abgelaufen',
    'Ein abgelaufener Code wird nicht gedruckt.',
    'Stellen Sie einen neuen aus.',
  ),
  'code-replaced': say(
    'Ein neuerer Code hat ihn ersetzt',
    'Der ältere gilt nicht mehr und wird nicht gedruckt.',
    'Machen Sie mit dem neueren Ausweis weiter.',
  ),
  'settings-unreadable': say(
    'Die Stationseinstellungen konnten nicht gelesen werden',
    'Die letzten guten Einstellungen werden benutzt.',
    'Berichtigen Sie sie und starten Sie Badge Station neu.',
  ),
  'settings-invalid': say(
    'Eine der Stationseinstellungen ist nicht brauchbar',
    'Der letzte gute Wert wird benutzt.',
    'Berichtigen Sie den Wert und starten Sie Badge Station neu.',
  ),
};
