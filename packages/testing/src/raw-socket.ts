import net from 'node:net';

export interface RawSending {
  readonly port: number;
  readonly host?: string;
  /** Literal bytes; a string is latin-1. */
  readonly bytes: Buffer | string;
  /** Gives what came until then. */
  readonly deadlineMs?: number;
  /** Looks at all that came so far; true ends the exchange early. */
  readonly until?: (received: string) => boolean;
}

export interface RawReceipt {
  readonly bytes: Buffer;
  /** The same as latin-1. */
  readonly text: string;
  readonly ended: 'closed' | 'reset' | 'deadline' | 'satisfied';
}

/** A connection on which a test says every byte itself. */
export interface RawConnection extends AsyncDisposable {
  readonly socket: net.Socket;
  /** Settles once the bytes are with the operating system, or the connection is gone. */
  write(bytes: Buffer | string): Promise<void>;
  receive(options?: Pick<RawSending, 'deadlineMs' | 'until'>): Promise<RawReceipt>;
}

const toBytes = (bytes: Buffer | string): Buffer =>
  typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;

/** Writes literal bytes to a port of this machine and reads literal bytes back. */
export async function sendRaw(sending: RawSending): Promise<RawReceipt> {
  await using connection = await openRawConnection(sending.port, sending.host);
  void connection.write(sending.bytes);
  return await connection.receive(sending);
}

export function openRawConnection(port: number, host = '127.0.0.1'): Promise<RawConnection> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ port, host });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(rawConnection(socket));
    });
  });
}

function rawConnection(socket: net.Socket): RawConnection {
  const chunks: Buffer[] = [];
  let fate: 'closed' | 'reset' | null = null;
  let changed = (): void => {};
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    changed();
  });
  socket.on('error', () => {
    fate = 'reset';
    changed();
  });
  socket.on('close', () => {
    fate ??= 'closed';
    changed();
  });
  return {
    socket,
    write: (bytes) =>
      new Promise((resolve) => {
        socket.once('close', resolve);
        socket.write(toBytes(bytes), () => resolve());
      }),
    receive: ({ deadlineMs = 30_000, until } = {}) =>
      new Promise((resolve) => {
        const settle = (ended: RawReceipt['ended']): void => {
          clearTimeout(timer);
          changed = () => {};
          const bytes = Buffer.concat(chunks);
          resolve({ bytes, text: bytes.toString('latin1'), ended });
        };
        const timer = setTimeout(() => settle('deadline'), deadlineMs);
        changed = () => {
          if (until?.(Buffer.concat(chunks).toString('latin1'))) settle('satisfied');
          else if (fate) settle(fate);
        };
        changed();
      }),
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        if (socket.closed) resolve();
        socket.once('close', () => resolve());
        socket.destroy();
      }),
  };
}
