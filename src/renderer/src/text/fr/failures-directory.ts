import { failureText as say } from '../types.ts';

export const directoryFailures = {
  bug: say(
    'Un problème est survenu dans Badge Station',
    'L’étape a été arrêtée. Ce qui était enregistré avant est en sécurité.',
    'Réessayez. Si cela se reproduit, redémarrez Badge Station et montrez les détails ci-dessous à votre équipe informatique.',
  ),
  'bad-request': say(
    'L’étape n’a pas pu être exécutée',
    'La fenêtre a demandé quelque chose que le poste n’accepte pas.',
    'Vérifiez ce que vous avez saisi. Si cela se reproduit, redémarrez Badge Station.',
  ),
  'unknown-sender': say(
    'Une demande a été écartée',
    'Elle ne venait pas de la fenêtre de Badge Station.',
    'Redémarrez Badge Station et prévenez votre équipe informatique.',
  ),
  busy: say(
    'Une autre étape est encore en cours',
    'Deux étapes à la fois pourraient se gêner.',
    'Attendez qu’elle soit finie, puis réessayez.',
  ),
  cancelled: say(
    'L’étape a été arrêtée',
    'Elle a pris fin avant d’être terminée.',
    'Recommencez quand vous voulez.',
  ),
  locked: say(
    'Le poste est verrouillé',
    'Les badges déjà en route continuent à s’imprimer.',
    'Déverrouillez le poste pour continuer.',
  ),
  'not-signed-in': say(
    'Personne n’est connecté',
    'Chercher et émettre demandent une personne connectée.',
    'Connectez-vous, puis réessayez.',
  ),
  'sign-in-cancelled': say(
    'La connexion a été annulée',
    'Personne n’est connecté.',
    'Connectez-vous quand vous voulez.',
  ),
  'sign-in-busy': say(
    'Une connexion est déjà en cours',
    'Une seule peut se faire à la fois.',
    'Terminez-la dans le navigateur ou annulez-la ici.',
  ),
  'sign-in-offline': say(
    'Microsoft est injoignable pour la connexion',
    'Une connexion antérieure est gardée, mais n’a pas pu être renouvelée.',
    'Vérifiez la connexion réseau, puis réessayez.',
  ),
  'sign-in-refused': say(
    'Microsoft a mis fin à cette connexion',
    'Le compte ou ses droits ont changé.',
    'Connectez-vous à nouveau. Si cela ne marche pas, demandez à votre équipe informatique.',
  ),
  'sign-in-interaction-required': say(
    'Microsoft veut vous revoir',
    'La connexion demande une confirmation de plus.',
    'Connectez-vous à nouveau, puis refaites l’étape.',
  ),
  'sign-in-consent-required': say(
    'Badge Station n’est pas encore approuvé',
    'L’administration doit d’abord l’approuver pour votre organisation.',
    'Demandez à votre équipe informatique d’approuver Badge Station dans Microsoft Entra.',
  ),
  'sign-in-failed': say(
    'La connexion n’a pas abouti',
    'Personne n’est connecté.',
    'Réessayez. Si cela se reproduit, montrez les détails ci-dessous à votre équipe informatique.',
  ),
  'browser-not-opened': say(
    'Le navigateur ne s’est pas ouvert',
    'La connexion se fait dans le navigateur de cet ordinateur.',
    'Choisissez un navigateur par défaut, puis réessayez.',
  ),
  'cloud-unsupported': say(
    'Ce cloud Microsoft n’a pas de connexion par code QR',
    'L’organisation se trouve dans un cloud qui ne l’offre pas.',
    'Demandez à votre équipe informatique quelle organisation utiliser.',
  ),
  'stand-in-practice-only': say(
    'Cette version ne fonctionne qu’en mode exercice',
    'Elle utilise un remplaçant du moteur officiel, qui ne doit rencontrer aucune vraie organisation.',
    'Installez la version officielle de Badge Station pour travailler avec votre organisation.',
  ),
  'graph-offline': say(
    'Microsoft est injoignable',
    'Chercher et émettre demandent une connexion. Les badges de la file d’attente peuvent être terminés.',
    'Vérifiez la connexion réseau, puis réessayez.',
  ),
  'connection-untrusted': say(
    'La connexion à Microsoft n’est pas fiable',
    'Un certificat que cet ordinateur n’accepte pas a été présenté en chemin ; rien n’a été envoyé. Votre connexion est conservée.',
    'Vérifiez la date de l’ordinateur. Si elle est juste, demandez à votre équipe informatique : le certificat d’un proxy d’inspection doit se trouver dans le magasin du système.',
  ),
  'graph-host-refused': say(
    'Une adresse inattendue a été écartée',
    'La réponse renvoyait à un serveur auquel Badge Station ne parle pas.',
    'Prévenez votre équipe informatique et montrez les détails ci-dessous.',
  ),
  'graph-outcome-unknown': say(
    'Nous ne savons pas si Microsoft a exécuté l’étape',
    'La réponse s’est perdue en chemin. Rien n’est répété à l’aveugle.',
    'Ouvrez la file d’attente : elle dit où en sont les choses et ce qu’on peut faire.',
  ),
  'graph-throttled': say(
    'Microsoft demande de ralentir',
    'Trop de demandes sont venues de cette organisation à la fois.',
    'Attendez une minute, puis réessayez.',
  ),
  'graph-unavailable': say(
    'Microsoft a un problème en ce moment',
    'Le service répond qu’il ne peut pas travailler maintenant.',
    'Réessayez dans quelques minutes.',
  ),
  'graph-token-refused': say(
    'Microsoft n’accepte plus cette connexion',
    'L’étape n’a pas été exécutée.',
    'Connectez-vous à nouveau, puis refaites l’étape.',
  ),
  'graph-claims-challenge': say(
    'Microsoft demande une autre preuve que c’est bien vous',
    'Cette étape demande une connexion plus forte.',
    'Connectez-vous à nouveau et confirmez, puis refaites l’étape.',
  ),
  'graph-refused': say(
    'Microsoft a refusé l’étape',
    'Votre compte n’a pas le droit de le faire.',
    'Demandez à votre équipe informatique quel rôle il vous faut.',
  ),
  'graph-refused-role': say(
    'Vous ne pouvez pas modifier cette personne',
    'Votre rôle ne la couvre pas.',
    'Demandez à quelqu’un dont le rôle couvre cette personne ou ce site.',
  ),
  'graph-refused-self': say(
    'Vous ne pouvez pas modifier votre propre badge ainsi',
    'Microsoft ne permet pas ici d’émettre pour soi-même.',
    'Demandez à un ou une collègue.',
  ),
  'graph-policy-refused': say(
    'La connexion par code QR n’est pas activée pour cette personne',
    'La stratégie de connexion de votre organisation ne l’inclut pas.',
    'Demandez à votre équipe informatique d’ajouter la personne à la stratégie de code QR.',
  ),
  'graph-bad-answer': say(
    'La réponse de Microsoft n’a pas pu être comprise',
    'Elle n’avait pas la forme attendue.',
    'Réessayez. Si cela se reproduit, montrez les détails ci-dessous à votre équipe informatique.',
  ),
  'graph-bad-request': say(
    'Microsoft n’a pas accepté la demande',
    'L’étape n’a pas été exécutée.',
    'Revenez en arrière et vérifiez vos choix. Si cela se reproduit, montrez les détails ci-dessous à votre équipe informatique.',
  ),
  'holder-not-found': say(
    'Cette personne n’existe plus dans l’annuaire',
    'Elle a été supprimée ou renommée entre-temps.',
    'Cherchez à nouveau.',
  ),
  'method-not-found': say(
    'Pas encore de badge',
    'Cette personne n’a ni code QR ni code PIN.',
    'Émettez un premier badge.',
  ),
  'method-exists': say(
    'Il y a déjà un badge',
    'Un premier badge est réservé aux personnes qui n’en ont pas.',
    'Choisissez « Remplacer le badge » ou « Code temporaire ».',
  ),
  'code-exists': say(
    'Un code de ce type est déjà actif',
    'Microsoft n’en permet qu’un à la fois.',
    'Terminez ou remplacez le code actuel, puis réessayez.',
  ),
  'code-not-found': say(
    'Il n’y a pas de code actif de ce type',
    'Il a pris fin, a été supprimé ou n’a jamais existé.',
    'Regardez ce que la personne a maintenant et choisissez à nouveau.',
  ),
  'lifetime-refused': say(
    'Cette durée n’est pas possible',
    'Un badge dure de 1 à 395 jours depuis son début, un code temporaire de 1 à 12 heures.',
    'Choisissez une autre durée ou remplacez le badge.',
  ),
  'pin-refused': say(
    'Microsoft n’a pas accepté le code PIN',
    'Les règles de votre organisation diffèrent de ce qui est réglé ici.',
    'Demandez la longueur du code PIN à votre équipe informatique, puis réessayez.',
  ),
  'pin-not-disclosed': say(
    'Microsoft ne nous a pas donné le nouveau code PIN',
    'Le code PIN a changé, mais personne ne le connaît.',
    'Définissez encore un nouveau code PIN. Seul le dernier compte.',
  ),
};
