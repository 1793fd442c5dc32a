import {
  type BodyWriter,
  type ForwardedResponse,
  type ResponseTap,
  type StoredBody,
  StoreError,
} from '@hooktap/core';
import type { RawHeaders } from '@hooktap/protocol';

/** Takes a response while it comes in: its beginning is recorded, all of it is passed to the tap. */
export class ResponseRecording {
  readonly #statusCode: number;
  readonly #rawHeaders: RawHeaders;
  readonly #openBody: () => BodyWriter;
  readonly #writer: BodyWriter;
  readonly #tap: ResponseTap | undefined;
  #room: number;
  #over = false;
  #written: Promise<void> | undefined;
  /** Bytes of the body that came, recorded or not. */
  receivedBytes = 0;

  constructor(
    head: { statusCode: number; rawHeaders: RawHeaders },
    openBody: () => BodyWriter,
    recordLimit: number,
    tap: ResponseTap | undefined,
  ) {
    this.#statusCode = head.statusCode;
    this.#rawHeaders = head.rawHeaders;
    this.#openBody = openBody;
    this.#writer = openBody();
    this.#room = recordLimit;
    this.#tap = tap;
  }

  /** A promise where the record or the tap has to catch up. */
  take(chunk: Buffer): Promise<unknown> | undefined {
    this.receivedBytes += chunk.length;
    const kept = chunk.length <= this.#room ? chunk : chunk.subarray(0, this.#room);
    this.#room -= kept.length;
    this.#over ||= kept.length < chunk.length;
    const written = kept.length > 0 ? this.#writer.write(kept) : undefined;
    this.#written = written;
    const passed = this.#tap?.data(chunk);
    if (written && passed) return Promise.all([written, passed]);
    return written ?? passed;
  }

  async finish(came: 'whole' | 'cut-off'): Promise<ForwardedResponse> {
    await this.#written;
    const body = await this.#finished();
    return {
      statusCode: this.#statusCode,
      rawHeaders: this.#rawHeaders,
      body,
      bodyState: came === 'cut-off' ? 'aborted' : this.#over ? 'truncated' : 'complete',
    };
  }

  /** What the handler said counts also where the store has no room for all that came with it. */
  async #finished(): Promise<StoredBody> {
    try {
      return await this.#writer.finish();
    } catch (error) {
      if (!(error instanceof StoreError) || error.kind === 'closed') throw error;
      this.#over = true;
      return await this.#openBody().finish();
    }
  }
}
