/** Why Microsoft refused to let this operator do something, as far as what else they may do tells. */
export const roles = {
  'no-role':
    'Microsoft has not shown you anybody’s sign-in methods so far. Your account seems to have no role for them.',
  'other-unit':
    'You can look at other people, but not at this one. Your role seems to be limited to another site or unit.',
  'look-only':
    'You can look, but no change was allowed so far. Either your role only lets you look, or this person has an administrator’s role.',
  'protected-person':
    'You can change other people, but not this one. They seem to have an administrator’s role themselves.',
};

export type RolesText = typeof roles;
