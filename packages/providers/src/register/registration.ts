/** One HTTP call as data; who makes it is not known here. Paths are joined to the base URL. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Already percent-encoded. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?:
    | { readonly kind: 'json'; readonly value: unknown }
    | { readonly kind: 'form'; readonly fields: Record<string, string> };
  /** Texts that must be masked wherever this call is shown or logged (tokens in the path). */
  readonly secretTexts: readonly string[];
}

/** Something to ask the user for. Credentials come from the environment, a file or a prompt, never from arguments. */
export interface Question {
  readonly name: string;
  readonly says: string;
  readonly secret: boolean;
  readonly environment?: string;
  readonly optional?: boolean;
}

export type Answers = Readonly<Record<string, string>>;

/** What is set at the provider now, for the screen and for putting it back. Never holds a secret. */
export interface Setting {
  /** Null: none is set. */
  readonly url: string | null;
  /** What else must be put back with it (events, active), as `point` wants it. */
  readonly rest: Readonly<Record<string, unknown>>;
}

/** Where the provider is told which URL to call. Nothing here deletes a webhook. */
export interface Slot {
  readonly name: string;
  readonly says: string;
  readonly read: (answers: Answers) => Call;
  /** From the response of `read`; null where it cannot be understood. */
  readonly current: (response: unknown, answers: Answers) => Setting | null;
  /** Points it at the URL, keeping or taking the rest. */
  readonly point: (answers: Answers, url: string, rest: Setting['rest']) => Call;
  /** Puts back what was there. Null: not possible without losing something, with the reason in `cannotRestore`. */
  readonly restore: (answers: Answers, old: Setting) => Call | null;
  readonly cannotRestore?: string;
  /** A signing secret that a response may carry, once. */
  readonly secretIn?: (response: unknown) => string | null;
}

export interface Registration {
  readonly baseUrl: string;
  /** The environment variable that overrides it. */
  readonly baseUrlEnvironment: string;
  readonly asks: readonly Question[];
  /** Which settings the answers ask for. */
  slots(answers: Answers): readonly Slot[];
  /** An earlier call that gets a token (VZaps); its answer goes into the answers under `name`. */
  readonly login?: {
    readonly call: (answers: Answers) => Call;
    readonly token: (response: unknown) => string | null;
    readonly name: string;
  };
  readonly warnings: readonly string[];
}
