import { describe, expect, it } from 'vitest';
import { Failure } from './failure.ts';
import { type Opened, openPair } from './port-pair.ts';

function ports(taken: readonly number[]) {
  const open = new Set<number>();
  return {
    open,
    at: async (port: number): Promise<Opened<{ port: number; close: () => Promise<void> }>> => {
      if (taken.includes(port)) return { ok: false, inUse: true, message: 'taken' };
      open.add(port);
      const close = async () => void open.delete(port);
      return { ok: true, listener: { port, close } };
    },
  };
}

const pair = (at: ReturnType<typeof ports>['at'], receiverNamed = false) =>
  openPair(
    { flag: '--port', choice: { port: 4401, named: receiverNamed }, open: at },
    { flag: '--ui-port', choice: { port: 4400, named: false }, open: at },
  );

describe('the two ports', () => {
  it('are the default ones where they are free', async () => {
    const { at, open } = ports([]);
    expect((await pair(at)).moved).toBeNull();
    expect([...open].sort()).toEqual([4400, 4401]);
  });

  it.each([[4400], [4401]])('move on together when %i is taken, and say so', async (taken) => {
    const { at, open } = ports([taken]);
    expect((await pair(at)).moved).toBe('Ports 4400 and 4401 are not both free: taking 4410 and 4411.');
    expect([...open].sort()).toEqual([4410, 4411]);
  });

  it('stay where they were asked for by name', async () => {
    const { at, open } = ports([4401]);
    await expect(pair(at, true)).rejects.toThrow(/Port 4401 is in use \(--port\)/);
    expect(open.size).toBe(0);
    const free = ports([4400]);
    await pair(free.at, true);
    expect([...free.open].sort()).toEqual([4401, 4410]);
  });

  it('give up when all are taken', async () => {
    const all = Array.from({ length: 100 }, (_, index) => 4400 + index);
    const { at, open } = ports(all);
    await expect(pair(at)).rejects.toThrow(Failure);
    expect(open.size).toBe(0);
  });
});
