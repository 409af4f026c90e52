import type { WaitText } from '../en/wait.ts';

export const wait: WaitText = {
  steps: {
    'create-method': 'code van de badge en pincode maken',
    'delete-standard': 'oude code beëindigen',
    'create-standard': 'nieuwe code maken',
    'delete-temporary': 'oude tijdelijke code beëindigen',
    'create-temporary': 'tijdelijke code maken',
    'extend-standard': 'einddatum verplaatsen',
    'reset-pin': 'nieuwe pincode instellen',
    'delete-method': 'code en pincode verwijderen',
  },
  only: (what) => `Nu: ${what}`,
  step: (at, of, what) => `Stap ${at} van ${of}: ${what}`,
  seconds: (count) => (count.n === 1 ? 'sinds 1 seconde' : `sinds ${count.text} seconden`),
  slow: 'Microsoft neemt de tijd. Een traag antwoord kan anderhalve minuut duren.',
  looking: 'Er wordt opgezocht wat er is gebeurd',
  stopWhat:
    'U hoeft niet langer te wachten. Dan wordt eerst opgezocht wat Microsoft misschien al heeft gedaan.',
};
