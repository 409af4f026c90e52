/** What can name a person in a list. */
export type KeyKind = 'upn' | 'number' | 'name';

/** Strongest first: a sign-in name is unique in a tenant, an employee number is in a well-kept one, a name seldom is. */
export const keyKinds: readonly KeyKind[] = ['upn', 'number', 'name'];

/**
 * Headings as personnel systems, Microsoft's exports and people write them, in the app's languages. Compared without
 * case, blanks and signs. A heading that is not here is left alone: columns are found by their names, never by a look at
 * what is in them.
 */
const headings: Readonly<Record<KeyKind, readonly string[]>> = {
  upn: [
    'UPN',
    'User principal name',
    'userPrincipalName',
    'Sign-in name',
    'Username',
    'User name',
    'E-mail',
    'Email address',
    'Mail',
    'Anmeldename',
    'Benutzerprinzipalname',
    'Benutzername',
    'Nom de connexion',
    "Nom d'utilisateur principal",
    'Courriel',
    'Nombre de inicio de sesión',
    'Nombre principal de usuario',
    'Correo',
    'Correo electrónico',
    'Aanmeldnaam',
    'User-principal-naam',
    'サインイン名',
    'ユーザー プリンシパル名',
    'メール',
    'メールアドレス',
    'اسم تسجيل الدخول',
    'اسم المستخدم الأساسي',
    'البريد الإلكتروني',
  ],
  number: [
    'Employee number',
    'Employee no',
    'Employee ID',
    'employeeId',
    'Personnel number',
    'Personnel no',
    'Staff number',
    'Payroll number',
    'Badge number',
    'Personalnummer',
    'Mitarbeiternummer',
    'Pers.-Nr.',
    'Matricule',
    'Numéro de matricule',
    'Número de empleado',
    'N.º de empleado',
    'Personeelsnummer',
    '社員番号',
    '従業員番号',
    'الرقم الوظيفي',
    'رقم الموظف',
  ],
  name: [
    'Name',
    'Display name',
    'displayName',
    'Full name',
    'Anzeigename',
    'Nom',
    'Nom complet',
    'Nom affiché',
    'Nombre',
    'Nombre completo',
    'Nombre para mostrar',
    'Naam',
    'Weergavenaam',
    '氏名',
    '名前',
    '表示名',
    'الاسم',
    'الاسم المعروض',
  ],
};

const known = new Map<string, KeyKind>(
  keyKinds.flatMap((kind) => headings[kind].map((heading) => [plain(heading), kind] as const)),
);

/** What a heading stands for; null when it is none of ours. */
export function keyOfHeading(heading: string): KeyKind | null {
  return known.get(plain(heading)) ?? null;
}

function plain(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
