import type { Handshake } from './handshakes/handshake.ts';
import type { IndexedHead } from './indexed-head.ts';
import type { PayloadReading, ReadableRequest } from './reading.ts';
import type { Registration } from './register/registration.ts';
import type { Sample, Scenario } from './samples/sample.ts';
import type { SignatureScheme } from './signature/scheme.ts';

/** How well a fact is known. `verified`: the provider's own docs or code. `observed`: others' code. */
export type Certainty = 'verified' | 'observed' | 'guessed' | 'unknown';

export interface DocLink {
  readonly title: string;
  readonly url: string;
  /** ISO 639-1; English unless said. */
  readonly language?: string;
}

/** One sentence that the screen shows with its certainty. */
export interface Fact {
  readonly about: string;
  readonly certainty: Certainty;
  readonly says: string;
}

export interface EventType {
  readonly name: string;
  /** One line. */
  readonly says: string;
  readonly docs?: string;
  /** `verified` unless said. */
  readonly certainty?: Certainty;
}

/** When the provider tries again. Only what is documented: a pack without it says that it is unknown. */
export interface RetryFacts {
  /** The wait before each further attempt. Empty: documented that it never tries again. */
  readonly scheduleMs?: readonly number[];
  /** How long the handler has to answer. */
  readonly deadlineMs?: number;
  readonly certainty: Certainty;
  readonly source: string;
  readonly note?: string;
}

/** `certain`: a mark that only this provider has (its own header). `likely`: the body has its shape. */
export interface PackRecognition {
  readonly confidence: 'certain' | 'likely';
  /** One sentence for the screen. It never repeats what the sender wrote. */
  readonly reason: string;
}

/**
 * A provider. The only parts that must be there are the names, `recognise` and `read`; the lists may be
 * empty. Nothing here may throw on any input: payloads are hostile.
 */
export interface ProviderPack {
  /** As in `provider:zavu`: lower case, digits and hyphens. */
  readonly name: string;
  readonly title: string;
  readonly docs: readonly DocLink[];
  readonly facts: readonly Fact[];
  readonly retry?: RetryFacts;
  /** Headers and the first 4 KB of the body; a few microseconds at most. */
  recognise(head: IndexedHead): PackRecognition | null;
  read(request: ReadableRequest): PayloadReading;
  readonly eventTypes: readonly EventType[];
  /** Strongest first. Empty with `unsigned` saying why. */
  readonly schemes: readonly SignatureScheme[];
  /** Why signatures cannot be checked, where no scheme is known. */
  readonly unsigned?: string;
  readonly handshakes: readonly Handshake[];
  readonly samples: readonly Sample[];
  readonly scenarios?: readonly Scenario[];
  readonly registration?: Registration;
}
