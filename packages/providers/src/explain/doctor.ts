import { doctorSentences, type ReasonPart, type Saying, type Speaker, speakerOf } from '@hooktap/protocol';

const speaker: Speaker<typeof doctorSentences> = speakerOf(doctorSentences);

/** Spans are written short in codes, alike in many languages; English has the word for days. */
const inEnglish = (part: ReasonPart): ReasonPart => {
  const days = /^(\d+) d$/.exec(part.values?.['span'] ?? '')?.[1];
  return days === undefined ? part : { ...part, values: { ...part.values, span: `${days} days` } };
};

const say = (...parts: readonly ReasonPart[]): Saying => ({
  message: speaker.say(...parts.map(inEnglish)).message,
  parts,
});

/** What the doctor says of one request, in English and in codes. */
export const doctor: Speaker<typeof doctorSentences> = {
  part: speaker.part,
  say,
  sentence: (...given) => say(speaker.part(...given)),
};

/** A claim that cannot be read, in English and in codes. */
export const malformed = ({ message, parts }: Saying) => ({ malformed: message, malformedParts: parts });

/** Something with which the signature fits, as a sentence of it. */
export const sayFit = (what: Saying): Saying => ({
  message: `The signature fits ${what.message}.`,
  parts: [doctor.part('fits'), ...what.parts],
});

/** Two mistakes at once: another secret, and something else than what arrived. */
export const sayFitTwo = (secret: Saying, over: Saying): Saying => ({
  message: `Two things at once: the signature fits ${secret.message}, over ${over.message}.`,
  parts: [doctor.part('fits-two'), ...secret.parts, doctor.part('over'), ...over.parts],
});

/** What only its own sentence says exactly, and codes about. */
export const inWords = (message: string, ...parts: readonly ReasonPart[]): Saying => ({ message, parts });

type FixCode = Extract<keyof typeof doctorSentences, `fix-${string}`>;

/** What to do in a framework. */
export function fixSays(code: FixCode): { readonly says: string; readonly parts: readonly ReasonPart[] } {
  const { message, parts } = doctor.sentence(code);
  return { says: message, parts };
}
