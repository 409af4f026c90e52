import type { QueueAdviceText } from '../en/queue-advice.ts';

export const queueAdvice: QueueAdviceText = {
  'left-behind': {
    title: 'Er staat misschien nog een badge in de wachtrij van de printer',
    what: 'Het afdruksysteem liet Badge Station die niet verwijderen. Hij kan later alsnog verschijnen, of de afbeelding kan op de schijf blijven staan.',
    next: 'Open de wachtrij van deze printer in de systeeminstellingen en verwijder wat erin staat, of vraag het uw IT-team.',
  },
  'preserve-job-files': {
    title: 'Het afdruksysteem bewaart afgedrukte documenten',
    what: 'Badge Station verwijdert de eigen documenten na het afdrukken. Valt deze computer tussendoor uit, dan blijft de afbeelding van een badge op de schijf staan.',
    next: 'Vraag uw IT-team om ‘PreserveJobFiles No’ in cupsd.conf te zetten en CUPS opnieuw te starten.',
  },
  'keep-printed': {
    title: 'Windows bewaart afgedrukte documenten in deze wachtrij',
    what: 'Badge Station verwijdert de eigen documenten na het afdrukken. Valt deze computer tussendoor uit, dan blijft de afbeelding van een badge op de schijf staan.',
    next: 'Vraag uw IT-team om het bewaren van afgedrukte documenten uit te zetten in de geavanceerde eigenschappen van de printer.',
  },
  'error-policy': {
    title: 'De wachtrij kan een mislukte badge later vanzelf afdrukken',
    what: 'Badge Station neemt de badge terug als een printer niet verder komt. Valt deze computer tussendoor uit, dan kan de badge ongevraagd verschijnen.',
    next: 'Vraag uw IT-team om voor deze wachtrij ‘printer-error-policy=abort-job’ in te stellen.',
  },
  'keeping-unknown': {
    title: 'Of afgedrukte documenten worden bewaard, is hier niet te zien',
    what: 'Dit account mag de instellingen van het afdruksysteem niet lezen. Badge Station verwijdert de eigen documenten na het afdrukken.',
    next: 'Uw IT-team kan het zeker stellen met ‘PreserveJobFiles No’ in cupsd.conf.',
  },
};
