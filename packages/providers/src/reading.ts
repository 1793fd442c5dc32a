/** A request as a pack reads it: the body parsed once, whatever it was. */
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

/** What a pack finds in it. Everything is optional; the catalog cleans and cuts. */
export interface PayloadReading {
  readonly eventType?: string | undefined;
  readonly providerEventId?: string | undefined;
  readonly subject?: string | undefined;
  /** Without the provider's name: `message:msg_1`, `conversation:cnv_1`. */
  readonly threadKeys?: readonly string[] | undefined;
  readonly status?: string | undefined;
  /** Milliseconds since 1970. */
  readonly providerTimeMs?: number | undefined;
}
