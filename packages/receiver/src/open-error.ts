export interface OpenError {
  readonly kind: 'port-in-use' | 'not-permitted' | 'bad-host';
  /** What happened and what to do. */
  readonly message: string;
}

/** What a failed listen means; null for what nobody foresaw. */
export function listenErrorOf(error: NodeJS.ErrnoException, host: string, port: number): OpenError | null {
  const place = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  switch (error.code) {
    case 'EADDRINUSE':
      return {
        kind: 'port-in-use',
        message: `Another program listens on ${place}. Stop it or choose another port.`,
      };
    case 'EACCES':
    case 'EPERM':
      return {
        kind: 'not-permitted',
        message: `This user may not listen on ${place}. Choose a port from 1024 up.`,
      };
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EINVAL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_NONAME':
      return {
        kind: 'bad-host',
        message: `${host} is no address of this machine (${error.code}). Choose 127.0.0.1 or 0.0.0.0.`,
      };
    default:
      return null;
  }
}
