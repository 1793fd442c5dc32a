import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PlainReply, ResponseTap, Sender } from '@hooktap/core';
import type { RawHeaders } from '@hooktap/protocol';
import { endToEnd, passedOnHeaders, UnpassableResponse } from './passed-on-head.ts';
import { prepared } from './prepared-reply.ts';
import { writeHead } from './write-head.ts';

/** The sender's end of one exchange over node:http. It is its own tap, for one object less per request. */
export class HttpSender implements Sender, ResponseTap {
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;
  #left = false;
  #onGone: (() => void)[] = [];
  #sent: ((fate: 'sent' | 'gone') => void) | undefined;
  #lingering: Promise<void> | undefined;

  constructor(request: IncomingMessage, response: ServerResponse) {
    this.#request = request;
    this.#response = response;
    // Date is the handler's to say.
    response.sendDate = false;
    response.on('close', () => {
      if (response.writableFinished) return;
      this.#left = true;
      for (const call of this.#onGone) call();
      this.#sent?.('gone');
    });
  }

  get hasLeft(): boolean {
    return this.#left || (this.#request.socket.destroyed && !this.#response.writableFinished);
  }

  onceGone(call: () => void): void {
    if (this.hasLeft) call();
    else this.#onGone.push(call);
  }

  get tap(): ResponseTap {
    return this;
  }

  headSent(): boolean {
    return this.#response.headersSent;
  }

  destroy(): void {
    if (!this.#response.writableFinished) this.#request.socket.destroy();
  }

  /** The request's end will not be read: the connection ends after the answer, but not before `until`. */
  closeAfterAnswer(until: Promise<void>): void {
    this.#lingering = until;
    this.#response.shouldKeepAlive = false;
  }

  send(reply: PlainReply): Promise<'sent' | 'gone'> {
    if (this.hasLeft) return Promise.resolve('gone');
    if (this.headSent()) return Promise.reject(new Error('This response has a head already.'));
    const { headers, body } = prepared(reply);
    return new Promise((resolve) => {
      this.#sent = resolve;
      writeHead(this.#response, reply.statusCode, undefined, headers);
      // Node calls back without an error where the connection was destroyed under the answer.
      const finished = (error?: Error | null): void =>
        resolve(error || this.#request.socket.destroyed ? 'gone' : 'sent');
      if (!this.#lingering) {
        this.#response.end(body, 'latin1', finished);
        return;
      }
      this.#response.flushHeaders();
      if (body.length > 0) this.#response.write(body, 'latin1');
      void this.#lingering.then(() => this.#response.end(finished));
    });
  }

  async head(statusCode: number, statusMessage: string, rawHeaders: RawHeaders): Promise<void> {
    if (this.hasLeft) return;
    if (statusCode < 200 || statusCode > 999) {
      throw new UnpassableResponse(`its status code is ${statusCode}`);
    }
    const legal = /^[\t\x20-\x7e\x80-\xff]+$/.test(statusMessage) ? statusMessage : undefined;
    try {
      writeHead(this.#response, statusCode, legal, passedOnHeaders(statusCode, rawHeaders));
    } catch (refusal) {
      this.#response.statusMessage = '';
      for (const name of this.#response.getHeaderNames()) this.#response.removeHeader(name);
      throw new UnpassableResponse(refusal instanceof Error ? refusal.message : String(refusal), {
        cause: refusal,
      });
    }
    // A head without a body yet (an event stream) must not wait for it; one with a body shares its packet.
    setImmediate(() => {
      if (!this.hasLeft) this.#response.flushHeaders();
    });
  }

  data(chunk: Buffer): Promise<void> | undefined {
    if (this.hasLeft || this.#response.write(chunk)) return undefined;
    return new Promise((resolve) => {
      const settle = (): void => {
        this.#response.off('drain', settle);
        this.#response.off('close', settle);
        resolve();
      };
      this.#response.on('drain', settle);
      this.#response.on('close', settle);
    });
  }

  end(rawTrailers: RawHeaders): void {
    if (this.hasLeft) return;
    try {
      if (rawTrailers.length > 0) {
        this.#response.addTrailers(
          endToEnd(rawTrailers).map(([name, value]): [string, string] => [name, value]),
        );
      }
    } finally {
      // Whatever node thinks of a trailer, the sender must not wait for ever.
      this.#response.end();
    }
  }
}
