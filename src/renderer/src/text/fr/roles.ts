import type { RolesText } from '../en/roles.ts';

export const roles: RolesText = {
  'no-role':
    'Microsoft ne vous a montré jusqu’ici les méthodes de connexion de personne. Votre compte ne semble avoir aucun rôle pour cela.',
  'other-unit':
    'Vous pouvez voir d’autres personnes, mais pas celle-ci. Votre rôle semble limité à un autre site ou à une autre unité.',
  'look-only':
    'Vous pouvez voir, mais aucune modification n’a été permise jusqu’ici. Soit votre rôle permet seulement de voir, soit cette personne a un rôle d’administrateur.',
  'protected-person':
    'Vous pouvez modifier d’autres personnes, mais pas celle-ci. Elle semble avoir elle-même un rôle d’administrateur.',
};
