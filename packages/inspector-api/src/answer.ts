import { pipeline } from 'node:stream/promises';
import type { BodyBytes } from '@hooktap/core';
import type { Problem } from '@hooktap/protocol';
import type { Request, Response } from 'express';
import { readRange } from './byte-range.ts';
import { problem, sendProblem } from './problems.ts';

/** What a route answers with. */
export type Answer =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'bytes'; readonly bytes: BodyBytes; readonly filename: string }
  /** Made while it is sent; its length is not known before. */
  | {
      readonly kind: 'file';
      readonly pieces: AsyncIterable<string | Buffer>;
      readonly filename: string;
    }
  | { readonly kind: 'problem'; readonly problem: Problem };

export const json = (value: unknown): Answer => ({ kind: 'json', value });
export const refused = (refusal: Problem): Answer => ({ kind: 'problem', problem: refusal });

export async function sendAnswer(
  request: Request,
  response: Response,
  status: number,
  answer: Answer,
): Promise<void> {
  switch (answer.kind) {
    case 'json':
      response.status(status).json(answer.value);
      return;
    case 'problem':
      sendProblem(response, answer.problem);
      return;
    case 'file':
      await sendFile(request, response, answer.pieces, answer.filename);
      return;
    case 'bytes':
      await sendBytes(request, response, answer.bytes, answer.filename);
  }
}

/** A download too, whose end without an error is its only sign of being whole. */
async function sendFile(
  request: Request,
  response: Response,
  pieces: AsyncIterable<string | Buffer>,
  filename: string,
): Promise<void> {
  const rest = pieces[Symbol.asyncIterator]();
  const isHead = request.method === 'HEAD';
  const first = isHead ? undefined : await rest.next();
  response.status(200);
  response.setHeader('Content-Type', 'application/octet-stream');
  response.setHeader('Content-Disposition', `attachment; filename="${filename}"`);
  if (!first || first.done) {
    response.end();
    return;
  }
  try {
    await pipeline(from(first.value, rest), response);
  } catch {
    response.destroy();
  }
}

/** Always a download of plain bytes: what a stranger sent must never run as a page of this origin. */
async function sendBytes(request: Request, response: Response, bytes: BodyBytes, filename: string) {
  const range = readRange(request.headers.range, bytes.size);
  if (range.kind === 'unsatisfiable') {
    response.setHeader('Content-Range', `bytes */${bytes.size}`);
    sendProblem(response, problem('range-unsatisfiable', `The body has ${bytes.size} bytes.`));
    return;
  }
  const part = range.kind === 'part' ? range : { start: 0, end: bytes.size };
  const length = part.end - part.start;
  const isHead = request.method === 'HEAD';
  const chunks = bytes.read(part)[Symbol.asyncIterator]();
  // Asked for before the head goes out, so that a store that cannot read is still a proper problem.
  const first = isHead || length === 0 ? undefined : await chunks.next();
  response.status(range.kind === 'part' ? 206 : 200);
  response.setHeader('Content-Type', 'application/octet-stream');
  response.setHeader('Content-Disposition', `attachment; filename="${filename}"`);
  response.setHeader('Content-Length', length);
  response.setHeader('Accept-Ranges', 'bytes');
  if (range.kind === 'part') {
    response.setHeader('Content-Range', `bytes ${part.start}-${part.end - 1}/${bytes.size}`);
  }
  if (!first || first.done) {
    response.end();
    return;
  }
  try {
    await pipeline(from(first.value, chunks), response);
  } catch {
    // The client left, or the store failed midway: the connection is gone, which is the only signal left.
    response.destroy();
  }
}

async function* from<T>(first: T, rest: AsyncIterator<T>): AsyncGenerator<T> {
  try {
    yield first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
