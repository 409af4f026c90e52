import { failureText as say } from '../types.ts';

export const printerFailures = {
  'printer-in-use': say(
    'Cette imprimante a encore du travail',
    'Des impressions l’attendent, sont en route ou en sont peut-être sorties.',
    'Envoyez les badges en attente vers une autre imprimante, et réglez d’abord les autres dans la file d’attente.',
  ),
  'labels-low': say(
    'Une imprimante manque bientôt d’étiquettes',
    'D’après son compteur, le rouleau est presque fini.',
    'Préparez un nouveau rouleau et réglez le compteur sous « Imprimantes » quand vous le chargez.',
  ),
  'test-page-unknown': say(
    'Il n’y a pas de page de test valable',
    'La dernière correspond à d’autres réglages ou a déjà servi.',
    'Imprimez une nouvelle page de test.',
  ),
  'settings-locked': say(
    'C’est fixé pour ce poste',
    'Cela ne peut pas être modifié ici ; rien n’a été changé.',
    'Adressez-vous à la personne qui gère les réglages du poste.',
  ),
};
