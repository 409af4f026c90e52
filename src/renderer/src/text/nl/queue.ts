import type { QueueText } from '../en/queue.ts';

export const queue: QueueText = {
  title: 'Wachtrij',
  summary: (count) =>
    count.n === 1 ? '1 badge is niet afgerond' : `${count.text} badges zijn niet afgerond`,
  empty: 'Er wacht niets.',
  emptyFilter: 'Hier is niets.',
  emptyNext: 'Persoon zoeken',
  loading: 'De wachtrij wordt gelezen…',
  filters: { label: 'Tonen', all: 'Alles', person: 'Heeft u nodig', printer: 'Wacht op de printer' },
  list: 'Niet afgeronde badges',
  states: {
    queued: 'Wacht op de printer',
    sending: 'Wordt naar de printer gestuurd',
    sent: 'Gestuurd, nog niet gescand',
    confirmed: 'Door de printer bevestigd, nog niet gescand',
    verified: 'Gescand, nog niet overhandigd',
    'handed-over': 'Overhandigd',
    held: 'Wacht op u',
    unsure: 'Is er een badge uitgekomen?',
    cancelled: 'Geannuleerd',
    expired: 'Code afgelopen',
    replaced: 'Vervangen door een nieuwere code',
  },
  reasons: {
    offline: {
      what: 'De printer is niet bereikbaar.',
      next: 'Controleer stroom en kabel. De badge wordt vanzelf geprint.',
    },
    busy: {
      what: 'De printer is met iets anders bezig.',
      next: 'Wacht even. De badge wordt vanzelf geprint.',
    },
    paused: {
      what: 'De printer is gepauzeerd.',
      next: 'Druk op de printer op pauze of invoer om verder te gaan.',
    },
    'media-empty': {
      what: 'De printer heeft geen etiketten meer.',
      next: 'Laad een rol. De badge wordt vanzelf geprint.',
    },
    'media-mismatch': {
      what: 'Wat er geladen is, heeft een ander formaat dan verwacht.',
      next: 'Laad het formaat dat voor deze printer is ingesteld en stuur de badge nog eens.',
    },
    'cover-open': {
      what: 'De klep van de printer staat open.',
      next: 'Sluit hem. De badge wordt vanzelf geprint.',
    },
    'head-hot': {
      what: 'De printkop is te heet.',
      next: 'Laat hem een minuut afkoelen. De badge wordt vanzelf geprint.',
    },
    'cutter-jam': {
      what: 'De snijder zit vast.',
      next: 'Open de klep en maak de snijder vrij. De badge wordt vanzelf geprint.',
    },
    'printer-fault': {
      what: 'De printer meldt een storing.',
      next: 'Kijk op het display, zet hem uit en aan. De badge wordt vanzelf geprint.',
    },
    'printer-unknown': {
      what: 'De printer is hier niet meer ingesteld.',
      next: 'Stel hem opnieuw in, of annuleer deze badge en vervang hem.',
    },
    'permission-denied': {
      what: 'Dit account mag de printer niet gebruiken.',
      next: 'Vraag uw IT-team om toegang en stuur de badge dan nog eens.',
    },
    'not-readable': {
      what: 'De badge kon niet worden teruggelezen en is daarom niet gestuurd.',
      next: 'Gebruik een grotere badge of een andere printer en vervang hem dan.',
    },
    'holder-mismatch': {
      what: 'De code noemt een andere persoon en is daarom niet gestuurd.',
      next: 'Annuleer deze badge en geef hem opnieuw uit.',
    },
    'seal-lost': {
      what: 'De bewaarde code kan niet meer worden geopend.',
      next: 'Annuleer deze badge en vervang hem.',
    },
    parked: { what: 'Hij is opzij gelegd voor later.', next: 'Ga ermee verder wanneer u wilt.' },
    interrupted: {
      what: 'Badge Station stopte terwijl deze badge werd gestuurd.',
      next: 'Kijk bij de printer en beantwoord dan de vraag.',
    },
    vanished: {
      what: 'De verbinding met de printer viel weg.',
      next: 'Sluit hem weer aan. De badge wordt vanzelf geprint.',
    },
    stalled: {
      what: 'De printer neemt geen gegevens meer aan.',
      next: 'Zet hem uit en aan. De badge wordt vanzelf geprint.',
    },
    'fault-while-printing': {
      what: 'De printer meldde een storing tijdens het printen.',
      next: 'Kijk wat eruit is gekomen en beantwoord dan de vraag.',
    },
  },
  noJob: {
    pin: 'Er wacht een pincode om getoond te worden',
    waiting: 'Niet afgerond',
  },
  printer: (name) => `Printer: ${name}`,
  age: (time) => `Begonnen ${time}`,
  expires: (when) => `Code eindigt ${when}`,
  serial: (serial) => `Serienummer ${serial}`,
  copy: (copy) => `Exemplaar ${copy}`,
  current: 'Open op het badgescherm',
  actions: {
    goOn: 'Verdergaan',
    answer: 'Antwoorden',
    release: 'Nog eens sturen',
    cancel: 'Badge annuleren',
    dismiss: 'Opbergen',
  },
  cancelDialog: {
    title: (name) => `Badge van ${name} annuleren?`,
    what: 'Hij wordt niet geprint en wat van de code bewaard is, wordt gewist. De code zelf blijft in Microsoft Entra tot hij wordt vervangen of verwijderd of afloopt.',
    reason: 'Reden',
    reasons: {
      'wrong-person': 'Verkeerde persoon',
      'not-needed': 'Niet meer nodig',
      'paper-spoiled': 'Het papier is bedorven',
      other: 'Andere reden',
    },
    confirm: 'Badge annuleren',
    keep: 'Bewaren',
  },
};
