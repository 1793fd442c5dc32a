import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';

const root = 0;

/**
 * Whether a connection of this machine belongs to another user. Linux tells (proc(5), /proc/net/tcp);
 * where nothing is told, as on other systems, nobody is refused.
 */
export async function isOfAnotherUser({ localPort, remotePort }: Socket): Promise<boolean> {
  const own = process.getuid?.();
  if (own === undefined || localPort === undefined || remotePort === undefined) return false;
  const tables = await Promise.all(['tcp', 'tcp6'].map(tableOf));
  const users = tables.flatMap((table) => usersOf(table, remotePort, localPort));
  return users.some((user) => user !== own && user !== root);
}

const tableOf = (name: string): Promise<string> => readFile(`/proc/net/${name}`, 'latin1').catch(() => '');

/** Whose sockets have these two ports, whatever their addresses. */
export function usersOf(table: string, localPort: number, remotePort: number): number[] {
  return table.split('\n').flatMap((line) => {
    const [, local = '', remote = '', , , , , user = ''] = line.trim().split(/\s+/);
    const matches = portOf(local) === localPort && portOf(remote) === remotePort;
    return matches ? [Number(user)] : [];
  });
}

const portOf = (address: string): number => Number.parseInt(address.slice(address.lastIndexOf(':') + 1), 16);
