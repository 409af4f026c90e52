import type { RolesText } from '../en/roles.ts';

export const roles: RolesText = {
  'no-role':
    'Microsoft heeft u tot nu toe van niemand de aanmeldmethoden getoond. Uw account heeft daar kennelijk geen rol voor.',
  'other-unit':
    'Andere personen kunt u bekijken, deze niet. Uw rol is kennelijk beperkt tot een andere locatie of eenheid.',
  'look-only':
    'Bekijken mag u, maar tot nu toe mocht er niets worden gewijzigd. Uw rol staat alleen bekijken toe, of deze persoon heeft een beheerdersrol.',
  'protected-person':
    'Andere personen kunt u wijzigen, deze niet. Deze persoon heeft kennelijk zelf een beheerdersrol.',
};
