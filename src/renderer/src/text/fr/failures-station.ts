import { failureText as say } from '../types.ts';

export const stationFailures = {
  'holder-disabled': say(
    'Ce compte est désactivé',
    'Un nouveau code ne permettrait pas de se connecter.',
    'Demandez à votre équipe informatique d’activer le compte. Les codes en service peuvent quand même être terminés.',
  ),
  'holder-guest': say(
    'C’est un compte invité',
    'La connexion par code QR est pour les membres de votre propre organisation.',
    'Utilisez le compte propre de la personne, s’il y en a un.',
  ),
  'holder-mismatch': say(
    'Le code nomme une autre personne',
    'Il ne correspond pas à la personne affichée ; il n’a donc pas été imprimé.',
    'Cherchez la personne à nouveau et émettez un nouveau code.',
  ),
  'licence-missing': say(
    'Aucune licence trouvée pour cette personne',
    'Microsoft en demande une pour chaque personne qui se connecte par code QR, par exemple Microsoft 365 F1 ou F3.',
    'Vous pouvez continuer. Si la connexion échoue, demandez une licence à votre équipe informatique.',
  ),
  'work-unfinished': say(
    'Autre chose n’est pas terminé pour cette personne',
    'Un code, un badge ou un code PIN d’une étape antérieure attend encore. Cette étape n’y touche pas.',
    'Regardez dans la file d’attente et terminez-le, avant ou après cette étape.',
  ),
  'plan-stale': say(
    'Les choses ont changé depuis la vérification',
    'La vérification est trop ancienne, ou les codes de la personne ne sont plus les mêmes. Rien n’a été fait.',
    'Vérifiez à nouveau, puis continuez.',
  ),
  'plan-impossible': say(
    'Cette étape n’est pas possible maintenant',
    'Au moins une vérification fait obstacle. Rien n’a été fait.',
    'Lisez les vérifications, corrigez ce qu’elles nomment, puis vérifiez à nouveau.',
  ),
  'clock-wrong': say(
    'L’horloge de cet ordinateur est fausse',
    'Les codes commenceraient ou finiraient à la mauvaise heure.',
    'Réglez la date et l’heure sur automatique, puis vérifiez à nouveau.',
  ),
  'payload-invalid': say(
    'Le code de Microsoft est inutilisable',
    'Il est vide ou trop grand pour un badge ; rien n’a été imprimé.',
    'Remplacez le badge pour obtenir un autre code.',
  ),
  'symbol-does-not-fit': say(
    'Le code ne tient pas sur ce badge',
    'Ses carrés seraient trop petits pour être scannés.',
    'Prenez des étiquettes plus grandes ou une imprimante plus fine.',
  ),
  'badge-unreadable': say(
    'Le badge prêt n’a pas pu être relu',
    'Un badge qui ne peut pas être scanné n’est pas imprimé.',
    'Prenez des étiquettes plus grandes ou une autre imprimante.',
  ),
  'font-missing': say(
    'Il manque une police pour ce nom',
    'Le nom ne pourrait pas être écrit correctement sur le badge.',
    'Réinstallez Badge Station ou indiquez le nom à votre équipe informatique.',
  ),
  'printer-unknown': say(
    'Cette imprimante n’est pas configurée ici',
    'Elle a été supprimée ou renommée dans les réglages.',
    'Choisissez une autre imprimante.',
  ),
  'printer-not-chosen': say(
    'Aucune imprimante n’est choisie',
    'Cette étape imprime un badge.',
    'Choisissez une imprimante, puis vérifiez à nouveau.',
  ),
  'printer-offline': say(
    'L’imprimante est injoignable',
    'Elle est éteinte, ou le câble ou le réseau est coupé.',
    'Contrôlez l’alimentation et le câble, puis vérifiez à nouveau.',
  ),
  'printer-refused': say(
    'L’imprimante a refusé la connexion',
    'Elle est allumée, mais ne prend rien pour l’instant.',
    'Éteignez-la, rallumez-la, puis vérifiez à nouveau.',
  ),
  'printer-busy': say(
    'L’imprimante est occupée',
    'Un autre ordinateur ou travail l’utilise.',
    'Attendez un instant, puis vérifiez à nouveau.',
  ),
  'printer-vanished': say(
    'L’imprimante a été déconnectée',
    'Elle a disparu pendant qu’elle servait.',
    'Reconnectez-la et regardez ce qui est sorti.',
  ),
  'printer-silent': say(
    'L’imprimante ne répond pas aux questions',
    'Elle prend les badges, mais ne peut pas dire s’il y a du papier ni si un badge est sorti.',
    'Regardez-la vous-même avant et après l’impression.',
  ),
  'printer-fault': say(
    'L’imprimante signale une panne',
    'Elle ne peut pas imprimer tant que la panne dure.',
    'Regardez son afficheur, éteignez-la, rallumez-la, puis vérifiez à nouveau.',
  ),
  'media-empty': say(
    'L’imprimante n’a plus d’étiquettes',
    'Rien ne peut être imprimé maintenant.',
    'Chargez un rouleau, puis vérifiez à nouveau.',
  ),
  'media-mismatch': say(
    'Le support chargé a une autre taille',
    'Le badge serait coupé ou décalé.',
    'Chargez la taille prévue pour cette imprimante, puis vérifiez à nouveau.',
  ),
  'cover-open': say(
    'Le capot de l’imprimante est ouvert',
    'Rien ne peut être imprimé maintenant.',
    'Fermez-le, puis vérifiez à nouveau.',
  ),
  paused: say(
    'L’imprimante est en pause',
    'Elle attend qu’on appuie sur une touche.',
    'Appuyez sur pause ou avance papier.',
  ),
  'head-hot': say(
    'La tête d’impression est trop chaude',
    'L’imprimante s’arrête d’elle-même jusqu’à ce qu’elle ait refroidi.',
    'Attendez une minute, puis vérifiez à nouveau.',
  ),
  'cutter-jam': say(
    'Le massicot est bloqué',
    'Rien ne peut être imprimé maintenant.',
    'Ouvrez le capot et dégagez le massicot.',
  ),
  'address-invalid': say(
    'L’adresse d’une imprimante est incompréhensible',
    'L’imprimante est inutilisable tant qu’elle n’est pas corrigée.',
    'Corrigez l’adresse, sous « Imprimantes » ou dans les réglages du poste.',
  ),
  'address-practice-only': say(
    'Ce genre d’imprimante est réservé à l’exercice',
    'Elle laisserait des badges dans de simples fichiers.',
    'Configurez une vraie imprimante.',
  ),
  'language-unknown': say(
    'Le langage de commande d’une imprimante est inconnu',
    'Badge Station ne peut pas lui parler.',
    'Corrigez le profil de l’imprimante dans les réglages du poste.',
  ),
  'profile-unknown': say(
    'Le profil d’une imprimante est inconnu',
    'L’imprimante ne peut pas être utilisée.',
    'Choisissez son modèle sous « Imprimantes », ou corrigez le nom du profil dans les réglages du poste.',
  ),
  'permission-denied': say(
    'Ce compte n’a pas le droit d’utiliser l’imprimante',
    'Le système ne laisse pas Badge Station l’ouvrir.',
    'Demandez l’accès à l’imprimante à votre équipe informatique.',
  ),
  'spool-unwritable': say(
    'La file d’attente ne peut pas être enregistrée',
    'Sans elle, un code pourrait se perdre ; aucun n’est donc émis.',
    'Libérez de l’espace sur le disque et vérifiez qu’on peut y écrire.',
  ),
  'spool-corrupt': say(
    'La file d’attente enregistrée est endommagée',
    'Elle a été laissée telle quelle, et rien ne peut être émis tant qu’elle est utilisée.',
    'Redémarrez une fois. Si elle reste endommagée, mettez-la de côté, repartez à neuf et prévenez votre équipe informatique.',
  ),
  'spool-newer': say(
    'La file d’attente enregistrée vient d’une version plus récente',
    'Cette version ne peut pas la lire et n’y touche pas.',
    'Mettez Badge Station à jour.',
  ),
  'spool-in-use': say(
    'Un autre Badge Station utilise cette file d’attente',
    'Un seul peut travailler avec elle à la fois.',
    'Fermez l’autre, puis redémarrez.',
  ),
  'spool-slow': say(
    'Le disque de cet ordinateur est lent',
    'L’enregistrement d’une étape a pris des secondes, et la fenêtre est restée figée. Rien n’est perdu.',
    'Prévenez votre équipe informatique : le disque est peut-être en fin de vie, ou le dossier de données se trouve sur un lecteur réseau.',
  ),
  'export-failed': say(
    'Le fichier n’a pas pu être écrit',
    'Rien n’est resté à sa place, et le registre lui-même est intact.',
    'Choisissez un autre dossier ou libérez de l’espace, puis exportez de nouveau.',
  ),
  'seal-unavailable': say(
    'Cet ordinateur n’a pas de coffre de clés utilisable',
    'Les codes et les codes PIN restent seulement en mémoire et ne survivent pas à un redémarrage.',
    'Terminez chaque badge avant de fermer Badge Station, et demandez un coffre de clés à votre équipe informatique.',
  ),
  'seal-broken': say(
    'Ce qui était enregistré ne peut plus être ouvert',
    'La clé appartient à un autre compte ou à un autre ordinateur, ou le coffre de clés est verrouillé.',
    'Redémarrez sous le compte qui a configuré ce poste. Si c’est impossible, repartez avec une nouvelle clé sur le premier écran et remplacez le badge.',
  ),
  'job-unknown': say(
    'Ce badge n’est plus dans la file d’attente',
    'Il a été terminé ou rangé.',
    'Ouvrez à nouveau la file d’attente.',
  ),
  'intent-unknown': say(
    'Cette opération n’est plus dans la file d’attente',
    'Elle a été terminée ou rangée.',
    'Ouvrez à nouveau la file d’attente.',
  ),
  'transition-refused': say(
    'Ce n’est plus possible pour ce badge',
    'Son état a changé entre-temps.',
    'Regardez son état dans la file d’attente et choisissez à nouveau.',
  ),
  'lease-lost': say(
    'Quelqu’un d’autre a décidé d’abord pour ce badge',
    'La décision suivante n’a pas été exécutée.',
    'Regardez son état dans la file d’attente.',
  ),
  'payload-gone': say(
    'Le code n’est plus conservé ici',
    'Il a été effacé après la remise, la fin ou l’annulation et ne peut plus être lu.',
    'Remplacez le badge pour en imprimer un nouveau.',
  ),
  'pin-in-doubt': say(
    'On ne sait pas encore quel code PIN est le bon',
    'Une autre opération pour cette personne n’est pas réglée. Elle a pu définir un autre code PIN, et un mauvais code PIN bloque l’accès.',
    'Réglez d’abord cette opération dans la file d’attente, puis revenez.',
  ),
  'pin-gone': say(
    'Le code PIN n’est plus conservé ici',
    'Il a été effacé après la remise et ne peut plus être lu.',
    'Définissez un nouveau code PIN.',
  ),
  'code-expired': say('Ce code a pris fin', 'Un code terminé n’est pas imprimé.', 'Émettez-en un nouveau.'),
  'code-replaced': say(
    'Un code plus récent a pris sa place',
    'L’ancien ne fonctionne plus et n’est pas imprimé.',
    'Continuez avec le badge le plus récent.',
  ),
  'settings-unreadable': say(
    'Les réglages du poste n’ont pas pu être lus',
    'Les derniers bons réglages sont utilisés.',
    'Corrigez-les, puis redémarrez Badge Station.',
  ),
  'settings-invalid': say(
    'Un des réglages du poste est inutilisable',
    'La dernière bonne valeur est utilisée.',
    'Corrigez la valeur, puis redémarrez Badge Station.',
  ),
};
