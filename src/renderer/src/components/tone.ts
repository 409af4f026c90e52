/** Two short notes, up for a match and down for anything else, so that eyes can stay on the badge. */
export function playVerdict(isMatch: boolean): void {
  const Context = globalThis.AudioContext;
  if (typeof Context !== 'function') return;
  const audio = new Context();
  const notes = isMatch ? [660, 880] : [330, 220];
  notes.forEach((frequency, place) => {
    const startAt = audio.currentTime + place * 0.14;
    const gain = audio.createGain();
    gain.gain.setValueAtTime(0.12, startAt);
    gain.gain.exponentialRampToValueAtTime(0.001, startAt + 0.13);
    const note = audio.createOscillator();
    note.frequency.value = frequency;
    note.connect(gain).connect(audio.destination);
    note.start(startAt);
    note.stop(startAt + 0.14);
    // A station without loudspeakers must not keep an audio device open.
    if (place === notes.length - 1) note.addEventListener('ended', () => void audio.close());
  });
}
