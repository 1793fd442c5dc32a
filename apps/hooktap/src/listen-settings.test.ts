import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { addRoutingFlags, addServingFlags, type ListenFlags, listenSettings } from './listen-settings.ts';

function settingsOf(...args: string[]) {
  const command = addServingFlags(addRoutingFlags(new Command().argument('[target]'))).exitOverride();
  command.configureOutput({ writeErr: () => undefined }).parse(args, { from: 'user' });
  return listenSettings(command.args[0], command.opts<ListenFlags>());
}

describe('the settings of listen', () => {
  it('have the defaults of the design', () => {
    expect(settingsOf('3000')).toMatchObject({
      target: { url: 'http://localhost:3000' },
      receiver: { port: 4401, named: false, host: '127.0.0.1' },
      ui: { port: 4400, named: false, host: '127.0.0.1', allowHosts: [] },
      tunnel: { kind: 'localtunnel' },
      reply: { kind: 'handler' },
      timeoutMs: 30_000,
      maxBody: 10_000_000,
      only: null,
      hostHeader: 'target',
      retention: { keepEvents: 10_000, keepDays: 30, keepBytes: 1_000_000_000 },
      open: true,
      json: false,
    });
  });

  it('answer by themselves without a target', () => expect(settingsOf().reply).toEqual({ kind: 'ack' }));

  it('take what the flags say', () => {
    const settings = settingsOf(
      ...['3000', '--port', '0', '--no-tunnel', '--reply', '202', '--header', 'A: 1', '--header', 'B: 2'],
      ...['--ui-allow-host', 'box', '--only', '/hooks/*', '--no-open', '--json', '--timeout', '5s'],
    );
    expect(settings).toMatchObject({
      receiver: { port: 0, named: true },
      tunnel: { kind: 'none' },
      reply: { kind: 'fixed', statusCode: 202 },
      addHeaders: [
        ['A', '1'],
        ['B', '2'],
      ],
      ui: { allowHosts: ['box'] },
      only: '/hooks/*',
      open: false,
      json: true,
      timeoutMs: 5000,
    });
  });

  it.each([
    [['nonsense']],
    [['--reply', 'handler']],
    [['--host-header', 'mine']],
    [['--keep-bytes', 'lots']],
    [['--hold']],
  ])('refuse %j', (args) => expect(() => settingsOf(...args)).toThrow());
});
