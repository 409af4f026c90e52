import type { CameraText } from '../en/camera.ts';

export const camera: CameraText = {
  use: 'De camera gebruiken',
  stop: 'De camera stoppen',
  without: 'Verder zonder camera',
  stays: 'Het beeld wordt niet bewaard en verlaat deze computer niet.',
  picture: 'Camerabeeld',
  starting: 'De camera start',
  badge: 'Houd de badge voor de camera.',
  testPage: 'Houd de testpagina voor de camera.',
  choose: 'Camera',
  unnamed: (number) => `Camera ${number}`,
  mirror: 'Tonen als in een spiegel',
  again: 'Opnieuw proberen',
  troubles: {
    none: {
      title: 'Geen camera gevonden',
      what: 'Er is er geen aangesloten, of hij staat uit.',
      next: 'Sluit een camera aan en probeer het opnieuw, of gebruik een scanner.',
    },
    busy: {
      title: 'De camera start niet',
      what: 'Misschien gebruikt een ander programma hem.',
      next: 'Sluit het andere programma en probeer het opnieuw, of gebruik een scanner.',
    },
    refused: {
      title: 'De camera mag nu niet worden gebruikt',
      what: 'Hij is alleen open zolang een badge of een testpagina gelezen moet worden.',
      next: 'Probeer het opnieuw, of gebruik een scanner.',
    },
    blocked: {
      title: 'Deze computer geeft de camera niet vrij voor Badge Station',
      what: 'De privacy-instellingen verbieden het.',
      next: 'Vraag uw IT-team de camera voor Badge Station vrij te geven, of gebruik een scanner.',
    },
    gone: {
      title: 'Het beeld van de camera is gestopt',
      what: 'De camera is losgekoppeld of uitgezet.',
      next: 'Sluit hem weer aan en probeer het opnieuw, of gebruik een scanner.',
    },
    'no-decoder': {
      title: 'Het beeld van de camera kan niet worden gelezen',
      what: 'Een deel van Badge Station is niet gestart of gestopt.',
      next: 'Probeer het opnieuw. Blijft het zo, gebruik dan een scanner en meld het uw IT-team.',
    },
  },
  hints: {
    nothing: {
      what: 'Er kon nog niets worden gelezen.',
      next: 'Houd de code vlak, ongeveer een handbreedte ver, met licht van opzij en zonder weerspiegeling.',
    },
    mirrored: {
      what: 'De code is te zien als in een spiegel.',
      next: 'Is de tekst op de badge ook gespiegeld, dan is de afdruk fout: geef hem niet af. Zo niet, dan spiegelt deze camera zijn beeld: kies een andere camera, of gebruik een scanner.',
    },
    several: {
      what: 'Er is meer dan één code in beeld.',
      next: 'Toon één badge.',
    },
  },
};
