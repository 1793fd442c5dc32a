/** One HTTP call as data; who makes it is not known here. Paths are joined to the base URL. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Already percent-encoded. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?:
    | { readonly kind: 'json'; readonly value: unknown }
    | { readonly kind: 'form'; readonly fields: Readonly<Record<string, string>> };
}

/** Something to ask the user for. Credentials come from the environment, a file or a prompt, never from arguments. */
export interface Question {
  readonly name: string;
  readonly says: string;
  readonly secret: boolean;
  /** The environment variable that answers it. */
  readonly environment?: string;
  readonly optional?: boolean;
}

/** Answers by the question's name, and the login's token by its name. */
export type Answers = Readonly<Record<string, string | undefined>>;

/** What is set at the provider, for the screen and for putting it back. Never holds a secret. */
export interface Setting {
  /** Null: none is set. */
  readonly url: string | null;
  /** What must be put back with it: events, whether it is active. */
  readonly rest: Readonly<Record<string, unknown>>;
}

/** One place where the provider is told which URL to call. Nothing here deletes a webhook. */
export interface Slot {
  readonly name: string;
  readonly says: string;
  read(answers: Answers): Call;
  /** From the response of `read`; null where it cannot be understood. */
  current(response: unknown): Setting | null;
  /** Points it at the URL; what is set besides stays. */
  point(answers: Answers, url: string, before: Setting): Call;
  /** Puts back what was there; null where that cannot be done without a loss, and `cannotRestore` says why. */
  restore(answers: Answers, before: Setting): Call | null;
  readonly cannotRestore?: string;
  /** A signing secret that the response of `point` carries, once. It is for the user, never for a log. */
  secretIn?(response: unknown): string | undefined;
}

export interface Registration {
  readonly baseUrl: string;
  /** The environment variable that overrides it. */
  readonly baseUrlEnvironment: string;
  readonly asks: readonly Question[];
  /** The places that these answers are about. */
  slots(answers: Answers): readonly Slot[];
  /** A call before all others that gets a token, which goes into the answers under `name`. */
  readonly login?: {
    readonly name: string;
    call(answers: Answers): Call;
    token(response: unknown): string | undefined;
  };
  /** Shown before the first change. */
  readonly warnings: readonly string[];
}

/** The texts that must be masked wherever a call or an error is shown. */
export const secretTexts = (registration: Registration, answers: Answers): string[] =>
  [
    ...registration.asks.filter(({ secret }) => secret).map(({ name }) => name),
    registration.login?.name ?? '',
  ]
    .flatMap((name) => answers[name] ?? [])
    .flatMap((text) => [text, encodeURIComponent(text)])
    .filter((text) => text.length > 0)
    // One may begin with another: the longer is masked first, or its end would show.
    .sort((one, other) => other.length - one.length);
