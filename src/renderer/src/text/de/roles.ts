import type { RolesText } from '../en/roles.ts';

export const roles: RolesText = {
  'no-role':
    'Microsoft hat Ihnen bisher von niemandem die Anmeldemethoden gezeigt. Ihr Konto hat offenbar keine Rolle dafür.',
  'other-unit':
    'Andere Personen können Sie ansehen, diese nicht. Ihre Rolle ist offenbar auf einen anderen Standort oder Bereich begrenzt.',
  'look-only':
    'Ansehen dürfen Sie, geändert werden durfte bisher nichts. Entweder erlaubt Ihre Rolle nur das Ansehen, oder diese Person hat eine Administratorrolle.',
  'protected-person':
    'Andere Personen können Sie ändern, diese nicht. Sie hat offenbar selbst eine Administratorrolle.',
};
