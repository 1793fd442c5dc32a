let context: AudioContext | null = null;

/** Two soft sine tones, a quarter of a second. Where the browser allows no sound, nothing. */
export function playTone(): void {
  try {
    context ??= new AudioContext();
    const start = context.currentTime;
    for (const [index, hertz] of [660, 880].entries()) {
      const tone = context.createOscillator();
      const loudness = context.createGain();
      const at = start + index * 0.12;
      tone.frequency.value = hertz;
      loudness.gain.setValueAtTime(0, at);
      loudness.gain.linearRampToValueAtTime(0.06, at + 0.02);
      loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.24);
      tone.connect(loudness).connect(context.destination);
      tone.start(at);
      tone.stop(at + 0.25);
    }
    void context.resume();
  } catch {
    // A notice without its sound is a notice all the same.
  }
}
