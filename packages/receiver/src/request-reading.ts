import type { IncomingMessage } from 'node:http';
import {
  type BodyWriter,
  type Intake,
  type ReceivedRequest,
  reportBug,
  type StoredBody,
  StoreError,
} from '@hooktap/core';
import { toPairs } from '@hooktap/protocol';
import { drain } from './drain.ts';
import type { HttpSender } from './http-sender.ts';
import { failedReply, storeUnavailableReply } from './own-replies.ts';

export type RequestHead = Omit<ReceivedRequest, 'body' | 'bodyState' | 'rawTrailers'>;

/** Reads one request's body into its writer, then hands the whole to the intake. */
export class RequestReading {
  readonly #request: IncomingMessage;
  readonly #sender: HttpSender;
  readonly #head: RequestHead;
  readonly #intake: Intake;
  readonly #writer: BodyWriter;
  readonly #maxBody: number;
  #room: number;
  #pending: Promise<void> | undefined;
  #done = false;

  constructor(
    request: IncomingMessage,
    sender: HttpSender,
    head: RequestHead,
    intake: Intake,
    maxBody: number,
  ) {
    this.#request = request;
    this.#sender = sender;
    this.#head = head;
    this.#intake = intake;
    this.#maxBody = maxBody;
    this.#room = maxBody;
    this.#writer = intake.openBody();
    request.on('data', this.#onData);
    request.on('end', () => this.#handOver('complete'));
    // Also after the end of a whole request, where it does nothing.
    request.on('close', () => this.#handOver('aborted'));
  }

  readonly #onData = (chunk: Buffer): void => {
    if (chunk.length > this.#room) {
      const kept = chunk.subarray(0, this.#room);
      if (kept.length > 0) this.#pending = this.#writer.write(kept);
      this.#handOver('truncated');
      return;
    }
    this.#room -= chunk.length;
    const pending = this.#writer.write(chunk);
    if (!pending) return;
    this.#pending = pending;
    this.#request.pause();
    pending.then(
      () => {
        this.#pending = undefined;
        if (!this.#done) this.#request.resume();
      },
      (error: unknown) => this.#refuse(error),
    );
  };

  #handOver(bodyState: ReceivedRequest['bodyState']): void {
    if (this.#done) return;
    this.#done = true;
    if (bodyState !== 'complete') this.#stopReading();
    if (this.#pending) {
      this.#pending
        .then(() => this.#writer.finish())
        .then(
          (body) => this.#receive(body, bodyState),
          (error: unknown) => this.#answerUnstored(error),
        );
      return;
    }
    let body: StoredBody | Promise<StoredBody>;
    try {
      body = this.#writer.finish();
    } catch (error) {
      this.#answerUnstored(error);
      return;
    }
    if (!(body instanceof Promise)) {
      this.#receive(body, bodyState);
      return;
    }
    body.then(
      (stored) => this.#receive(stored, bodyState),
      (error: unknown) => this.#answerUnstored(error),
    );
  }

  #receive(body: StoredBody, bodyState: ReceivedRequest['bodyState']): void {
    const head = this.#head;
    // Field by field: a spread here was the costliest step of the whole hot path.
    const received: ReceivedRequest = {
      receivedAt: head.receivedAt,
      via: head.via,
      method: head.method,
      requestTarget: head.requestTarget,
      httpVersion: head.httpVersion,
      rawHeaders: head.rawHeaders,
      rawTrailers: toPairs(this.#request.rawTrailers),
      remoteAddress: head.remoteAddress,
      localOrigin: head.localOrigin,
      body,
      bodyState,
    };
    this.#intake.receive(received, this.#sender).catch((bug: unknown) => this.#answerBug(bug));
  }

  /** Amid the body: what is still to come is not wanted. */
  #refuse(error: unknown): void {
    if (this.#done) return;
    this.#done = true;
    this.#stopReading();
    this.#writer.discard();
    this.#answerUnstored(error);
  }

  #stopReading(): void {
    this.#request.off('data', this.#onData);
    this.#sender.closeAfterAnswer(drain(this.#request));
  }

  #answerUnstored(error: unknown): void {
    void this.#sender.send(storeUnavailableReply);
    // The sender has its answer whatever it was; what the store does not name is a bug.
    if (error instanceof StoreError) this.#intake.unstored(error, this.#maxBody - this.#room);
    else reportBug('to keep the body of a request', error);
  }

  /** The intake never rejects. If it does all the same, one request must not end the others. */
  #answerBug(bug: unknown): void {
    reportBug('at a request', bug);
    if (this.#sender.headSent()) this.#sender.destroy();
    else void this.#sender.send(bug instanceof StoreError ? storeUnavailableReply : failedReply);
  }
}
