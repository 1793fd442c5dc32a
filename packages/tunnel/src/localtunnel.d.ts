// What is used of the client; it brings no types.
declare module 'localtunnel' {
  import type { EventEmitter } from 'node:events';

  interface Client extends EventEmitter {
    clientId: string;
    url: string;
    tunnelCluster: { opts: { max_conn: number } };
    close(): void;
  }
  const localtunnel: (options: { port: number; host: string; subdomain: string }) => Promise<Client>;
  export default localtunnel;
}
