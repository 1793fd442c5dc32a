/** What the handler did with one request. */
export interface Handled {
  readonly method: string;
  readonly url: string;
  readonly statusCode: number;
}

export interface ExampleHandler {
  /** `http://127.0.0.1:3000` */
  readonly url: string;
  close(): Promise<void>;
}

/** A small webhook handler to point Hooktap at. Port 0 takes any free one. */
export function startHandler(options?: {
  port?: number;
  host?: string;
  onHandled?: (handled: Handled) => void;
  /** With it what comes to a path that ends with `/stripe` has to be signed as Stripe does, or is answered 401. */
  stripeSecret?: string;
}): Promise<ExampleHandler>;
