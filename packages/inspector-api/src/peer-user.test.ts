import { connect, createServer, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { isOfAnotherUser, usersOf } from './peer-user.ts';

/** As a Linux machine wrote it. */
const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1130 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 40511 1 0000 100 0 0 10 0
   1: 0100007F:D4E2 0100007F:1130 01 00000000:00000000 00:00000000 00000000  1001        0 40733 1 0000 20 4 30 10 -1
   2: 0100007F:1130 0100007F:D4E2 01 00000000:00000000 00:00000000 00000000  1000        0 40734 1 0000 20 4 30 10 -1
`;

it('finds the user at the other end', () => {
  expect(usersOf(table, 0xd4e2, 0x1130)).toEqual([1001]);
  expect(usersOf(table, 0x1130, 0xd4e2)).toEqual([1000]);
  expect(usersOf(table, 1, 2)).toEqual([]);
  expect(usersOf('', 1, 2)).toEqual([]);
});

it('a connection of our own is not of another user', async () => {
  const server = createServer();
  const accepted = new Promise<Socket>((resolve) => server.once('connection', resolve));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const client = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1');
  const socket = await accepted;
  expect(await isOfAnotherUser(socket)).toBe(false);
  socket.destroy();
  client.destroy();
  server.close();
});
