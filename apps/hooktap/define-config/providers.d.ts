// What a provider pack of one's own is made with. Kept by hand, so that it reads well in an editor; a test holds it
// against the code. The guide: adding-a-provider.md.

/** The bytes of a body or a key: Node's Buffer has this shape. */
export interface Bytes extends Uint8Array {
  toString(encoding?: 'utf8' | 'latin1' | 'hex' | 'base64'): string;
}

/** As on the wire: order, case and duplicates; one character per byte. */
export type RawHeaders = readonly (readonly [name: string, value: string])[];

/** How well a fact is known. `verified`: the provider's own docs or code. `observed`: others' code. */
export type Certainty = 'verified' | 'observed' | 'guessed' | 'unknown';

/** A request's headers and the first 4 KB of its body. */
export interface RequestHead {
  readonly method: string;
  readonly path: string;
  /** What follows `?`, undecoded. */
  readonly query: string;
  /** The first value of a header; the name in lower case. */
  header(name: string): string | undefined;
  /** The beginning of the body, one character per byte. */
  text(): string;
  /** The top-level fields of a JSON body: texts as they stand, `{` and `[` for nested values, literals for all else. */
  fields(): ReadonlyMap<string, string>;
}

/** `certain`: a mark that only this provider has. `likely`: the body has its shape. */
export interface PackRecognition {
  readonly confidence: 'certain' | 'likely';
  /** One sentence for the screen. It never repeats what the sender wrote. */
  readonly reason: string;
}

/** A whole request; the body is parsed when it is asked for. */
export interface ReadableRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The first value; the name in lower case. */
  header(name: string): string | undefined;
  /** The parsed JSON body; undefined where it is none. Above 1 MiB only its plain top-level fields. */
  readonly json: unknown;
  /** The fields of a form body. */
  readonly form: URLSearchParams | undefined;
}

/** What a pack finds in it, all optional. */
export interface PayloadReading {
  readonly eventType?: string | undefined;
  readonly providerEventId?: string | undefined;
  readonly subject?: string | undefined;
  /** `message:msg_1`, `conversation:cnv_1`: events with a common one are one thread. */
  readonly threadKeys?: readonly string[] | undefined;
  /** The step in a message's life: `queued`, `sent`, `delivered`, `read`, `failed`. */
  readonly status?: string | undefined;
  /** Milliseconds since 1970. */
  readonly providerTimeMs?: number | undefined;
}

/** The request as it came, for signatures. */
export interface SignedRequest {
  readonly method: string;
  /** As the sender saw it. */
  readonly url: string;
  readonly requestTarget: string;
  readonly path: string;
  readonly rawHeaders: RawHeaders;
  readonly body: Bytes;
}

/** What a request says of its signature. */
export interface Claim {
  readonly signatures: readonly string[];
  readonly timestamp?: string;
  readonly id?: string;
  /** The header is there and cannot be read: one sentence. */
  readonly malformed?: string;
}

/** One piece of what is signed; joined in order they are the signed bytes. */
export interface SignedPart {
  readonly label: string;
  readonly bytes: Bytes;
}

/** What is signed and where it stands. Hooktap verifies, explains and signs with it. */
export interface SignatureScheme {
  readonly name: string;
  readonly title: string;
  readonly docs: string;
  readonly algorithm: 'hmac-sha256' | 'hmac-sha1' | 'ed25519' | 'shared-secret';
  readonly encoding: 'hex' | 'base64' | 'plain';
  /** The headers that carry it, in lower case. */
  readonly headers: readonly string[];
  readonly signsTime: boolean;
  readonly signsBody: boolean;
  readonly signsUrl: boolean;
  readonly timestampUnit?: 's' | 'ms';
  readonly tolerance?: { readonly pastSeconds: number; readonly futureSeconds: number };
  /** Null where the secret is not one of this scheme. */
  key(secret: string): Bytes | null;
  /** Null where the request does not carry this scheme. */
  claim(request: SignedRequest): Claim | null;
  parts(request: SignedRequest, claim: Pick<Claim, 'timestamp' | 'id'>): readonly SignedPart[];
  /** The headers that carry the signature. */
  write(
    stamp: { readonly timestamp: string; readonly id: string },
    signature: string,
    written: ReadonlyMap<string, string>,
  ): readonly [string, string][];
}

/** Fresh values for one sample; with a seed the same ones every time. */
export interface Fresh {
  /** Milliseconds since 1970. */
  readonly now: number;
  token(length: number): string;
  digits(length: number): string;
  hex(length: number): string;
  uuid(): string;
  pick<T>(values: readonly [T, ...T[]]): T;
  /** The same value at each step of a scenario that asks for this name. */
  same(name: string, make: () => string): string;
}

/** A realistic callback of one event type. */
export interface Sample {
  readonly eventType: string;
  /** Names one of several samples of a type. */
  readonly variant?: string;
  readonly says?: string;
  /** Without signature and framing headers: they come later. */
  build(fresh: Fresh): {
    readonly method?: string;
    readonly headers: readonly (readonly [name: string, value: string])[];
    readonly body:
      | { readonly kind: 'json'; readonly value: Record<string, unknown>; readonly escapeUnicode?: boolean }
      | { readonly kind: 'form'; readonly fields: Record<string, string> };
  };
  /** Documented fields that it leaves out, each with an example value: they may be set. */
  readonly optional?: Record<string, unknown>;
}

/** Several samples about one message, with realistic gaps. */
export interface Scenario {
  readonly name: string;
  readonly says: string;
  readonly steps: readonly {
    readonly eventType: string;
    readonly variant?: string;
    /** The wait after the step before. */
    readonly afterMs: number;
  }[];
}

/** The request by which a provider tests a URL, and its answer. */
export interface Handshake {
  readonly name: string;
  readonly title: string;
  readonly docs: string;
  /** Null where the request is not this handshake. */
  answer(
    request: ReadableRequest,
    settings: { readonly secrets: readonly string[]; readonly verifyToken?: string },
    raw: SignedRequest,
  ):
    | {
        readonly kind: 'answered';
        readonly contentType: string;
        readonly body: string;
        readonly explanation: string;
      }
    | { readonly kind: 'refused'; readonly statusCode: number; readonly reason: string }
    | null;
}

/** A provider. Everything is optional but the name, `recognise` and `read`. */
export interface ProviderPack {
  /** As in `provider:correio`: lower case, digits and hyphens. */
  readonly name: string;
  recognise(head: RequestHead): PackRecognition | null;
  read(request: ReadableRequest): PayloadReading;
  readonly title?: string;
  readonly docs?: readonly { readonly title: string; readonly url: string; readonly language?: string }[];
  readonly facts?: readonly {
    readonly about: string;
    readonly certainty: Certainty;
    readonly says: string;
  }[];
  /** Only what is documented. */
  readonly retry?: {
    /** The wait before each further attempt. */
    readonly scheduleMs?: readonly number[];
    /** How long the handler has to answer. */
    readonly deadlineMs?: number;
    readonly certainty: Certainty;
    readonly source: string;
    readonly note?: string;
  };
  readonly eventTypes?: readonly {
    readonly name: string;
    readonly says: string;
    readonly docs?: string;
    readonly certainty?: Certainty;
  }[];
  /** Strongest first. */
  readonly schemes?: readonly SignatureScheme[];
  /** Why signatures cannot be checked, where there is no scheme. */
  readonly unsigned?: string;
  readonly handshakes?: readonly Handshake[];
  readonly samples?: readonly Sample[];
  readonly scenarios?: readonly Scenario[];
}

/** Gives back what it is given: its types are what it is for. */
export function definePack<P extends ProviderPack>(pack: P): P;

/** HMAC-SHA256 over the raw body alone, in one header, behind a prefix such as `sha256=`. */
export function bodyHmacScheme(scheme: {
  readonly name: string;
  readonly title: string;
  readonly docs: string;
  readonly header: string;
  readonly prefix: string;
  readonly encoding: 'hex' | 'base64';
}): SignatureScheme;

/** Standard Webhooks under headers that begin with `prefix`. */
export function standardScheme(scheme: {
  readonly name: string;
  readonly title: string;
  readonly docs: string;
  readonly prefix: string;
  readonly version: 'v1' | 'v1a';
}): SignatureScheme;

/** The secret as it stands, as a key. */
export function wholeSecret(secret: string): Bytes | null;
/** A header of the form `t=1700000000,v1=ab…,v1=cd…`. */
export function parseTimedHeader(value: string): {
  readonly timestamp: string | undefined;
  readonly signatures: (version: string) => readonly string[];
};
/** Text of one's own in what is signed, such as a full stop. */
export function part(label: string, text: string): SignedPart;
/** A header's value in what is signed. */
export function headerPart(label: string, text: string): SignedPart;
/** The raw body in what is signed. */
export function bodyPart(request: SignedRequest): SignedPart;
/** The first value of a header, whatever its case. */
export function headerValue(headers: RawHeaders, name: string): string | undefined;
/** Whether a challenge is safe to send back: a plain word. */
export function safeChallenge(text: string): boolean;

/** The value at a dotted path of parsed JSON (`data.items.0.id`). None of these ever throws. */
export function valueAt(root: unknown, path: string): unknown;
/** A text, or a number as text. */
export function textAt(root: unknown, path: string): string | undefined;
export function numberAt(root: unknown, path: string): number | undefined;
/** The texts of a list, at most 100. */
export function textsAt(root: unknown, path: string): string[];
/** The first path that has a text. */
export function firstTextAt(root: unknown, paths: readonly string[]): string | undefined;
/** Seconds or milliseconds, told apart by their size, as milliseconds. */
export function epochMs(value: number | undefined): number | undefined;
/** Those that are there, with a middle dot between them. */
export function joinParts(...parts: readonly (string | undefined)[]): string | undefined;
/** `message:<id>` where there is an id, as a list. */
export function threadKey(kind: string, id: string | undefined): string[];
