import { connect, type Socket } from 'node:net';
import { type Answer, isLike, readAnswer } from './answer-reader.ts';

type OnAnswer = (statusCode: number) => void;

/** One keep-alive connection that carries one request at a time. */
export class Connection {
  readonly #socket: Socket;
  readonly #onBroken: (error: Error) => void;
  #onAnswer: OnAnswer | null = null;
  #pending = '';
  #last: Answer | null = null;

  private constructor(socket: Socket, onBroken: (error: Error) => void) {
    this.#socket = socket;
    this.#onBroken = onBroken;
    socket.on('data', (piece) => this.#take(piece));
    socket.on('error', (error) => onBroken(error));
    socket.on('close', () => {
      if (this.#onAnswer) onBroken(new Error('The server closed the connection before its answer.'));
    });
  }

  static open(port: number, onBroken: (error: Error) => void): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new Connection(socket, onBroken));
      });
    });
  }

  get busy(): boolean {
    return this.#onAnswer !== null;
  }

  send(request: Buffer, onAnswer: OnAnswer): void {
    this.#onAnswer = onAnswer;
    this.#socket.write(request);
  }

  close(): void {
    this.#onAnswer = null;
    this.#socket.destroy();
  }

  #take(piece: Buffer): void {
    const last = this.#last;
    if (last && this.#pending === '' && isLike(piece, last)) {
      this.#answered(last.statusCode);
      return;
    }
    this.#pending += piece.toString('latin1');
    const answer = readAnswer(this.#pending);
    if (!answer) return;
    this.#last = this.#pending.length === piece.length ? answer : null;
    this.#pending = this.#pending.slice(answer.length);
    this.#answered(answer.statusCode);
  }

  #answered(statusCode: number): void {
    const onAnswer = this.#onAnswer;
    this.#onAnswer = null;
    if (onAnswer) onAnswer(statusCode);
    else this.#onBroken(new Error('The server answered without having been asked.'));
  }
}
