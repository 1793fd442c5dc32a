import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { ConfigFile } from './config/config-file.ts';
import { configuredEndpoints } from './config/configured-endpoints.ts';
import type { LoadedConfig } from './config/read-config.ts';
import { originText } from './config/setting-origin.ts';
import { addRoutingFlags, addServingFlags, givenFlags } from './listen-flags.ts';
import { listenSettings } from './listen-settings.ts';

function settingsOf(args: string[], values: object | null = null) {
  const command = addServingFlags(addRoutingFlags(new Command().argument('[target...]'))).exitOverride();
  command.configureOutput({ writeErr: () => undefined }).parse(args, { from: 'user' });
  const config: LoadedConfig | null = values && {
    file: '/p/hooktap.config.json',
    name: 'hooktap.config.json',
    source: JSON.stringify(values, null, 1),
    values: ConfigFile.parse(values),
    files: [],
  };
  return listenSettings(command.args, givenFlags(command), { config });
}

describe('the settings of listen', () => {
  it('have the defaults of the design', () => {
    expect(settingsOf(['3000'])).toMatchObject({
      receiver: { port: 4401, named: false, host: '127.0.0.1' },
      ui: { port: 4400, named: false, host: '127.0.0.1', allowHosts: [] },
      tunnel: { kind: 'localtunnel' },
      defaults: {
        timeout: '30s',
        hostHeader: 'target',
        setHeaders: [],
        only: null,
        hold: false,
        dedupe: false,
        enforce: false,
      },
      timeScale: 1,
      maxBody: 10_000_000,
      retention: { keepEvents: 10_000, keepDays: 30, keepBytes: 1_000_000_000 },
      open: true,
      json: false,
    });
    expect(configuredEndpoints(settingsOf(['3000']).givens).endpoints).toEqual([
      { config: { name: 'default', path: '/', target: '3000' }, source: { kind: 'flags' } },
    ]);
  });

  it('take what the flags say', () => {
    const settings = settingsOf([
      ...[
        '3000',
        '/a=4000',
        '--port',
        '0',
        '--no-tunnel',
        '--reply',
        '202',
        '--header',
        'A: 1',
        '--header',
        'B: 2',
      ],
      ...['--ui-allow-host', 'box', '--only', '/hooks/*', '--no-open', '--json', '--timeout', '5s'],
      ...['--hold', '--dedupe', '--time-scale', '1000', '--max-body', '1kb'],
    ]);
    expect(settings).toMatchObject({
      receiver: { port: 0, named: true },
      tunnel: { kind: 'none' },
      ui: { allowHosts: ['box'] },
      open: false,
      json: true,
      timeScale: 1000,
      maxBody: 1000,
      defaults: {
        timeout: 5000,
        hold: true,
        dedupe: true,
        only: '/hooks/*',
        setHeaders: [
          ['A', '1'],
          ['B', '2'],
        ],
      },
    });
    expect(configuredEndpoints(settings.givens).endpoints.map(({ config }) => config)).toMatchObject([
      { name: 'default', reply: { status: 202 }, timeout: 5000, hold: true, dedupe: true },
      { name: 'a', path: '/a', target: '4000', reply: { status: 202 } },
    ]);
  });

  it('flags go before the file, the file before the defaults, and each knows where it comes from', () => {
    const settings = settingsOf(['--port', '5001', '--header', 'X-A: flag', '--no-open'], {
      port: 5000,
      uiPort: 5100,
      maxBody: '2mb',
      headers: { 'x-a': 'file', 'X-B': 'ü' },
      tunnel: false,
    });
    expect(settings).toMatchObject({
      receiver: { port: 5001, named: true },
      ui: { port: 5100, named: true },
      maxBody: 2_000_000,
      tunnel: { kind: 'none' },
      retention: { keepDays: 30 },
      defaults: {
        setHeaders: [
          ['X-B', '\u00c3\u00bc'],
          ['X-A', 'flag'],
        ],
      },
    });
    const origins = Object.fromEntries(
      settings.settings.map(({ name, value, origin }) => [name, `${value} (${originText(origin)})`]),
    );
    expect(origins).toMatchObject({
      port: '5001 (--port)',
      uiPort: '5100 (hooktap.config.json:3)',
      maxBody: '2mb (hooktap.config.json:4)',
      tunnel: 'false (hooktap.config.json:9)',
      open: 'false (--no-open)',
      keepDays: '30 (default)',
      'headers.X-A': 'set (--header)',
      'headers.X-B': 'set (hooktap.config.json:7)',
    });
  });

  it.each([
    [['nonsense']],
    [['--reply', 'handler']],
    [['--host-header', 'mine']],
    [['--keep-bytes', 'lots']],
    [['--time-scale', '0']],
    [['3000', '4000']],
  ])('refuse %j', (args) => expect(() => settingsOf(args)).toThrow());

  it("--reply handler goes with a target of the file's", () => {
    const file = { endpoints: [{ name: 'a', target: '3000' }] };
    expect(settingsOf(['--reply', 'handler'], file).givens.flags.reply).toBe('handler');
  });
});
