import type { RolesText } from '../en/roles.ts';

export const roles: RolesText = {
  'no-role':
    'Microsoft no le ha mostrado hasta ahora los métodos de inicio de sesión de nadie. Su cuenta no parece tener ningún rol para ello.',
  'other-unit':
    'Puede ver a otras personas, pero no a esta. Su rol parece estar limitado a otro sitio o unidad.',
  'look-only':
    'Puede ver, pero hasta ahora no se permitió ningún cambio. O su rol solo permite ver, o esta persona tiene un rol de administrador.',
  'protected-person':
    'Puede cambiar a otras personas, pero no a esta. Parece tener ella misma un rol de administrador.',
};
