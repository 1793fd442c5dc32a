import type http from 'node:http';
import type https from 'node:https';
import {
  type ForwardOptions,
  type ForwardOutcome,
  longestTimerMs,
  type OutgoingRequest,
  reportBug,
} from '@hooktap/core';
import { type RawHeaders, toPairs } from '@hooktap/protocol';
import { Connection } from './connection.ts';
import {
  aborted,
  cutOff,
  type FailedAt,
  type Failure,
  failureOf,
  oddStatus,
  switching,
  timedOut,
} from './failure.ts';
import { openRequest } from './open-request.ts';
import { writeBody } from './request-body.ts';
import { takeOrPause, takeWhatIsLeft } from './response-flow.ts';
import { ResponseRecording } from './response-recording.ts';
import type { Stopwatch } from './stopwatch.ts';

/** One request and its response on one connection. */
export class Exchange {
  readonly #request: OutgoingRequest;
  readonly #options: ForwardOptions;
  readonly #stopwatch: Stopwatch;
  readonly #client: http.ClientRequest;
  readonly #timer: NodeJS.Timeout;
  readonly #connection: Connection;
  #response: http.IncomingMessage | undefined;
  #recording: ResponseRecording | undefined;
  #reading = false;
  #settled = false;
  #resolve: (end: ForwardOutcome | 'lost-race') => void = () => {};
  #reject: (bug: unknown) => void = () => {};
  /** `lost-race`: a reused connection turned out to be closed, nothing of a response came. */
  readonly ended: Promise<ForwardOutcome | 'lost-race'>;

  constructor(
    agent: http.Agent | https.Agent,
    request: OutgoingRequest,
    sentHeaders: RawHeaders,
    options: ForwardOptions,
    stopwatch: Stopwatch,
  ) {
    this.#request = request;
    this.#options = options;
    this.#stopwatch = stopwatch;
    this.ended = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#client = openRequest(agent, request, sentHeaders);
    this.#connection = new Connection(this.#client, request.target.protocol, stopwatch);
    this.#client.on('response', (response) => this.#onResponse(response));
    this.#client.on('upgrade', (response, socket) => {
      socket.destroy();
      this.#fail(switching(response.statusCode));
    });
    this.#client.on('error', (error) => this.#onError(error));
    const remaining = Math.max(0, options.timeoutMs - stopwatch.elapsed());
    const timeOut = () => this.#fail(timedOut(options.timeoutMs, this.#at()));
    this.#timer = setTimeout(timeOut, Math.min(remaining, longestTimerMs));
    options.signal.addEventListener('abort', this.#onAbort);
    if (options.signal.aborted) this.#onAbort();
    else writeBody(this.#client, request.body).catch((bug: unknown) => this.#break(bug));
  }

  readonly #onAbort = (): void => this.#fail(aborted);

  #onError(error: Error): void {
    if (this.#settled || this.#response?.complete) return;
    if (this.#response === undefined && this.#connection.wasClosedBefore(error)) {
      this.#settle();
      this.#resolve('lost-race');
      return;
    }
    this.#fail(failureOf(error, this.#at()));
  }

  #onResponse(response: http.IncomingMessage): void {
    const { tap, openBody, recordLimit } = this.#options;
    const statusCode = response.statusCode ?? 0;
    this.#response = response;
    response.on('error', (error) => this.#onError(error));
    response.on('close', () => {
      if (!response.complete) this.#fail(cutOff(this.#at()));
    });
    if (this.#settled) return;
    if (statusCode < 200 || statusCode > 999) {
      this.#fail(oddStatus(statusCode));
      return;
    }
    this.#stopwatch.enter('receive');
    const rawHeaders = toPairs(response.rawHeaders);
    this.#recording = new ResponseRecording({ statusCode, rawHeaders }, openBody, recordLimit, tap);
    if (!tap) {
      this.#read(response, this.#recording);
      return;
    }
    const recording = this.#recording;
    tap.head(statusCode, response.statusMessage ?? '', rawHeaders).then(
      () => this.#read(response, recording),
      (error: unknown) => {
        this.#fail({
          failure: 'unparseable',
          message: error instanceof Error ? error.message : String(error),
        });
      },
    );
  }

  #read(response: http.IncomingMessage, recording: ResponseRecording): void {
    if (this.#settled) return;
    this.#reading = true;
    response.on('data', (chunk: Buffer) => {
      if (!this.#settled) takeOrPause(response, chunk, recording, (bug) => this.#break(bug));
    });
    response.on('end', () => {
      if (this.#settled || !response.complete) return;
      this.#settle();
      // A handler may answer before it has read all; what is left of the body must not follow.
      if (!this.#client.writableFinished) this.#client.destroy();
      this.#endTap(toPairs(response.rawTrailers));
      recording.finish('whole').then((whole) => {
        this.#resolve({ kind: 'responded', response: whole });
      }, this.#reject);
    });
  }

  /** The handler did its part: that its end cannot be passed on changes nothing of the outcome. */
  #endTap(rawTrailers: RawHeaders): void {
    try {
      this.#options.tap?.end(rawTrailers);
    } catch (bug) {
      reportBug("to pass a response's end on", bug);
    }
  }

  #fail(failure: Failure): void {
    if (this.#settled) return;
    if (this.#reading && this.#response) takeWhatIsLeft(this.#response);
    this.#settle();
    this.#client.destroy();
    const failed = { kind: 'failed', ...failure } as const;
    if (!this.#recording) {
      this.#resolve(failed);
      return;
    }
    this.#recording.finish('cut-off').then((partial) => {
      this.#resolve({ ...failed, partial });
    }, this.#reject);
  }

  /** Not of the handler's doing: the store, or a bug. */
  #break(reason: unknown): void {
    if (this.#settled) return;
    this.#settle();
    this.#client.destroy();
    this.#reject(reason);
  }

  #settle(): void {
    this.#settled = true;
    clearTimeout(this.#timer);
    this.#options.signal.removeEventListener('abort', this.#onAbort);
  }

  #at(): FailedAt {
    return {
      target: this.#request.target,
      phase: this.#stopwatch.phase,
      connected: this.#connection.connected,
      receivedBytes: this.#recording?.receivedBytes ?? 0,
    };
  }
}
