import { failureText as say } from '../types.ts';

export const directoryFailures = {
  bug: say(
    'In Badge Station ist etwas schiefgegangen',
    'Der Schritt wurde angehalten. Was vorher gespeichert war, ist sicher.',
    'Versuchen Sie es noch einmal. Geschieht es wieder, starten Sie Badge Station neu und zeigen Sie Ihrem IT-Team die Angaben unten.',
  ),
  'bad-request': say(
    'Der Schritt konnte nicht ausgeführt werden',
    'Das Fenster hat um etwas gebeten, das die Station nicht annimmt.',
    'Prüfen Sie Ihre Eingabe. Geschieht es wieder, starten Sie Badge Station neu.',
  ),
  'unknown-sender': say(
    'Eine Anfrage wurde abgewiesen',
    'Sie kam nicht aus dem Fenster von Badge Station.',
    'Starten Sie Badge Station neu und sagen Sie Ihrem IT-Team Bescheid.',
  ),
  busy: say(
    'Ein anderer Schritt läuft noch',
    'Zwei Schritte zugleich könnten sich in die Quere kommen.',
    'Warten Sie, bis er fertig ist, und versuchen Sie es dann noch einmal.',
  ),
  cancelled: say(
    'Der Schritt wurde angehalten',
    'Er endete, bevor er fertig war.',
    'Beginnen Sie noch einmal, wenn Sie so weit sind.',
  ),
  locked: say(
    'Die Station ist gesperrt',
    'Ausweise, die schon unterwegs sind, werden weiter gedruckt.',
    'Entsperren Sie die Station, um weiterzumachen.',
  ),
  'not-signed-in': say(
    'Niemand ist angemeldet',
    'Zum Suchen und Ausstellen muss jemand angemeldet sein.',
    'Melden Sie sich an und versuchen Sie es noch einmal.',
  ),
  'sign-in-cancelled': say(
    'Die Anmeldung wurde abgebrochen',
    'Niemand ist angemeldet.',
    'Melden Sie sich an, wenn Sie so weit sind.',
  ),
  'sign-in-busy': say(
    'Eine Anmeldung läuft schon',
    'Es kann immer nur eine laufen.',
    'Schließen Sie sie im Browser ab oder brechen Sie sie hier ab.',
  ),
  'sign-in-offline': say(
    'Microsoft ist für die Anmeldung nicht erreichbar',
    'Eine frühere Anmeldung bleibt erhalten, konnte aber nicht erneuert werden.',
    'Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  ),
  'sign-in-refused': say(
    'Microsoft hat diese Anmeldung beendet',
    'Das Konto oder seine Rechte haben sich geändert.',
    'Melden Sie sich neu an. Gelingt das nicht, fragen Sie Ihr IT-Team.',
  ),
  'sign-in-interaction-required': say(
    'Microsoft möchte Sie noch einmal sehen',
    'Die Anmeldung braucht eine weitere Bestätigung von Ihnen.',
    'Melden Sie sich neu an und wiederholen Sie den Schritt.',
  ),
  'sign-in-consent-required': say(
    'Badge Station ist noch nicht freigegeben',
    'Zuerst muss jemand aus der Administration die App für Ihre Organisation freigeben.',
    'Bitten Sie Ihr IT-Team, Badge Station in Microsoft Entra freizugeben.',
  ),
  'sign-in-failed': say(
    'Die Anmeldung hat nicht geklappt',
    'Niemand ist angemeldet.',
    'Versuchen Sie es noch einmal. Geschieht es wieder, zeigen Sie Ihrem IT-Team die Angaben unten.',
  ),
  'browser-not-opened': say(
    'Der Browser hat sich nicht geöffnet',
    'Die Anmeldung geschieht im Browser dieses Computers.',
    'Legen Sie einen Standardbrowser fest und versuchen Sie es noch einmal.',
  ),
  'cloud-unsupported': say(
    'Diese Microsoft-Cloud kennt keine Anmeldung mit QR-Code',
    'Der Mandant gehört zu einer Cloud, die sie nicht anbietet.',
    'Fragen Sie Ihr IT-Team, welcher Mandant zu nehmen ist.',
  ),
  'stand-in-practice-only': say(
    'Dieser Build läuft nur im Übungsmodus',
    'Er nutzt einen Ersatz für die offizielle Laufzeit, der keinen echten Mandanten erreichen darf.',
    'Installieren Sie das offizielle Badge Station, um mit Ihrem Mandanten zu arbeiten.',
  ),
  'graph-offline': say(
    'Microsoft ist nicht erreichbar',
    'Suchen und Ausstellen brauchen eine Verbindung. Ausweise in der Warteschlange können Sie abschließen.',
    'Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  ),
  'connection-untrusted': say(
    'Der Verbindung zu Microsoft ist nicht zu trauen',
    'Unterwegs wurde ein Zertifikat gezeigt, das dieser Computer nicht annimmt. Es wurde nichts gesendet, die Anmeldung bleibt bestehen.',
    'Prüfen Sie das Datum des Computers. Stimmt es, fragen Sie Ihr IT-Team: Das Zertifikat eines prüfenden Proxys muss im Zertifikatspeicher des Systems liegen.',
  ),
  'graph-host-refused': say(
    'Eine unerwartete Adresse wurde abgewiesen',
    'Die Antwort verwies auf einen Server, mit dem Badge Station nicht spricht.',
    'Sagen Sie Ihrem IT-Team Bescheid und zeigen Sie die Angaben unten.',
  ),
  'graph-outcome-unknown': say(
    'Wir wissen nicht, ob Microsoft den Schritt ausgeführt hat',
    'Die Antwort ging unterwegs verloren. Nichts wird blind wiederholt.',
    'Öffnen Sie die Warteschlange: Dort steht, wie es steht und was zu tun ist.',
  ),
  'graph-throttled': say(
    'Microsoft bittet, langsamer zu fragen',
    'Aus dieser Organisation kamen zu viele Anfragen auf einmal.',
    'Warten Sie eine Minute und versuchen Sie es noch einmal.',
  ),
  'graph-unavailable': say(
    'Microsoft hat gerade eine Störung',
    'Der Dienst meldet, dass er jetzt nicht arbeiten kann.',
    'Versuchen Sie es in einigen Minuten noch einmal.',
  ),
  'graph-token-refused': say(
    'Microsoft nimmt diese Anmeldung nicht mehr an',
    'Der Schritt wurde nicht ausgeführt.',
    'Melden Sie sich neu an und wiederholen Sie den Schritt.',
  ),
  'graph-claims-challenge': say(
    'Microsoft möchte einen weiteren Nachweis, dass Sie es sind',
    'Dieser Schritt braucht eine stärkere Anmeldung.',
    'Melden Sie sich neu an, bestätigen Sie, und wiederholen Sie den Schritt.',
  ),
  'graph-refused': say(
    'Microsoft hat den Schritt abgelehnt',
    'Ihr Konto darf das nicht.',
    'Fragen Sie Ihr IT-Team, welche Rolle Sie brauchen.',
  ),
  'graph-refused-role': say(
    'Sie können diese Person nicht ändern',
    'Ihre Rolle schließt sie nicht ein.',
    'Fragen Sie jemanden, dessen Rolle diese Person oder diesen Standort einschließt.',
  ),
  'graph-refused-self': say(
    'Ihren eigenen Ausweis können Sie so nicht ändern',
    'Microsoft lässt hier nicht zu, dass jemand für sich selbst ausstellt.',
    'Bitten Sie eine Kollegin oder einen Kollegen.',
  ),
  'graph-policy-refused': say(
    'Die Anmeldung mit QR-Code ist für diese Person nicht eingeschaltet',
    'Die Anmelderichtlinie Ihrer Organisation schließt sie nicht ein.',
    'Bitten Sie Ihr IT-Team, die Person in die QR-Code-Richtlinie aufzunehmen.',
  ),
  'graph-bad-answer': say(
    'Die Antwort von Microsoft war nicht zu verstehen',
    'Sie hatte nicht die erwartete Form.',
    'Versuchen Sie es noch einmal. Geschieht es wieder, zeigen Sie Ihrem IT-Team die Angaben unten.',
  ),
  'graph-bad-request': say(
    'Microsoft hat die Anfrage nicht angenommen',
    'Der Schritt wurde nicht ausgeführt.',
    'Gehen Sie zurück und prüfen Sie die Auswahl. Geschieht es wieder, zeigen Sie Ihrem IT-Team die Angaben unten.',
  ),
  'holder-not-found': say(
    'Diese Person gibt es im Verzeichnis nicht mehr',
    'Sie wurde inzwischen entfernt oder umbenannt.',
    'Suchen Sie noch einmal.',
  ),
  'method-not-found': say(
    'Noch kein Ausweis',
    'Diese Person hat keinen QR-Code und keine PIN.',
    'Stellen Sie einen ersten Ausweis aus.',
  ),
  'method-exists': say(
    'Es gibt schon einen Ausweis',
    'Ein erster Ausweis ist nur für Personen, die noch keinen haben.',
    'Wählen Sie „Ausweis ersetzen“ oder „Temporärer Code“.',
  ),
  'code-exists': say(
    'Ein solcher Code ist schon aktiv',
    'Microsoft erlaubt immer nur einen.',
    'Beenden oder ersetzen Sie den jetzigen und versuchen Sie es noch einmal.',
  ),
  'code-not-found': say(
    'Es gibt keinen aktiven Code dieser Art',
    'Er ist abgelaufen, wurde entfernt oder bestand nie.',
    'Sehen Sie nach, was die Person jetzt hat, und wählen Sie neu.',
  ),
  'lifetime-refused': say(
    'Diese Gültigkeit ist nicht möglich',
    'Ein Ausweis gilt 1 bis 395 Tage ab seinem Beginn, ein temporärer Code 1 bis 12 Stunden.',
    'Wählen Sie eine andere Gültigkeit oder ersetzen Sie den Ausweis.',
  ),
  'pin-refused': say(
    'Microsoft hat die PIN nicht angenommen',
    'Die PIN-Regeln Ihrer Organisation weichen von der Einstellung hier ab.',
    'Fragen Sie Ihr IT-Team nach der PIN-Länge und versuchen Sie es noch einmal.',
  ),
  'pin-not-disclosed': say(
    'Microsoft hat uns die neue PIN nicht genannt',
    'Die PIN wurde geändert, aber niemand kennt sie.',
    'Setzen Sie noch einmal eine neue PIN. Nur die letzte zählt.',
  ),
};
