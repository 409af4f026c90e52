import type { HistoryText } from '../en/history.ts';

export const history: HistoryText = {
  title: 'Geschiedenis',
  intro: 'Wat er op dit station is gedaan, 400 dagen lang.',
  search: 'Naam, gebruikersnaam, serienummer of wie het deed',
  period: 'Periode',
  periods: {
    day: 'Laatste 24 uur',
    week: 'Laatste 7 dagen',
    month: 'Laatste 31 dagen',
    all: 'Zo ver als het teruggaat',
  },
  filter: 'Tonen',
  filters: {
    all: 'Alles',
    'handed-over': 'Overhandigd',
    otherwise: 'Anders geëindigd',
    copies: 'Tweede exemplaren',
  },
  list: 'Handelingen',
  found: (count) =>
    count.n === 0 ? 'Niets gevonden' : count.n === 1 ? '1 handeling' : `${count.text} handelingen`,
  reading: 'Wordt opgezocht…',
  nothing: 'Niets in deze periode dat past.',
  more: 'Meer tonen',
  by: (operator) => `Door ${operator}`,
  carriedOut: 'Uitgevoerd',
  showTrail: 'Logboek tonen',
  hideTrail: 'Logboek verbergen',
  trail: 'Regels in het logboek',
  noTrail: 'Het logboek hiervan is verwijderd toen de tijd om was.',
  record: {
    title: 'Het logboek',
    what: 'Elke stap laat een regel achter met de vingerafdruk van de vorige, zodat een wijziging opvalt. Er staan geen codes of pincodes in.',
    newest: 'Nieuwste regel:',
    check: 'Logboek controleren',
    checking: 'Wordt gecontroleerd…',
    whole: (count) =>
      count.n === 1
        ? 'Het logboek is heel: 1 regel'
        : `Het logboek is heel: ${count.text} regels, elk volgt uit de vorige`,
    removed: (entry) => `Regels tot en met ${entry} zijn verwijderd toen hun tijd om was.`,
    wholeLimit:
      'Of er aan het eind nieuwere regels zijn afgeknipt, is hier niet te zien. Noteer de nieuwste regel of bewaar een export ergens anders, en vergelijk later.',
    broken: 'Het logboek is beschadigd',
    breaks: {
      changed: (entry) => `Regel ${entry} is achteraf gewijzigd.`,
      missing: (entry) => `Regel ${entry} ontbreekt.`,
      misplaced: (entry) => `Regel ${entry} staat niet op zijn plaats.`,
      unlinked: (entry) => `Regel ${entry} volgt niet uit de vorige.`,
      unreadable: (entry) => `Regel ${entry} is niet leesbaar.`,
      orphaned: (entry) =>
        `Een badge steunt op regel ${entry}, die ontbreekt of iets anders zegt. Nieuwere regels zijn afgeknipt, of de badge is gewijzigd.`,
    },
    brokenNext: 'Laat het station zoals het is en waarschuw uw IT-team.',
    exportTable: 'Als tabel exporteren (CSV)',
    exportJson: 'Als JSON exporteren',
    written: (file) =>
      `Geschreven: ${file}. Het noemt personen; bewaar het waar alleen de juiste mensen het kunnen lezen.`,
  },
};
