import { describe, expect, it } from 'vitest';
import { ConfigFile } from './config-file.ts';
import { configuredEndpoints, type EndpointFlags } from './configured-endpoints.ts';
import { flagTargets } from './flag-target.ts';
import type { LoadedConfig } from './read-config.ts';

const loaded = (value: object): LoadedConfig => ({
  file: '/project/hooktap.config.json',
  name: 'hooktap.config.json',
  source: JSON.stringify(value, null, 1),
  values: ConfigFile.parse(value),
  files: [],
});

function endpointsOf(
  texts: string[],
  {
    flags = {},
    config = null,
    env = {},
  }: { flags?: EndpointFlags; config?: object | null; env?: NodeJS.ProcessEnv } = {},
) {
  const all = configuredEndpoints({
    targets: flagTargets(texts),
    flags,
    config: config && loaded(config),
    env,
  });
  return { ...all, configs: all.endpoints.map((one) => one.config) };
}

describe('targets on the command line', () => {
  it('are named after their paths', () => {
    const { endpoints, configs } = endpointsOf([
      '3000',
      '/stripe=4000',
      '/zavu=http://localhost:5000/hook?a=b',
      '/Hooks/Meta/=localhost:6000',
      '/hooks-meta=7000',
      '/%F0=8000',
    ]);
    expect(configs).toEqual([
      { name: 'default', path: '/', target: '3000' },
      { name: 'stripe', path: '/stripe', target: '4000' },
      { name: 'zavu', path: '/zavu', target: 'http://localhost:5000/hook?a=b' },
      { name: 'hooks-meta', path: '/Hooks/Meta', target: 'localhost:6000' },
      { name: 'hooks-meta-2', path: '/hooks-meta', target: '7000' },
      { name: 'f0', path: '/%F0', target: '8000' },
    ]);
    expect(endpoints.every(({ source }) => source.kind === 'flags')).toBe(true);
  });

  it.each([
    [['3000', '4000'], /Two targets are given for everything/],
    [['3000', '/=4000'], /Two targets are given for everything/],
    [['/a=3000', '/a/=4000'], /Two targets are given for \/a/],
    [['/stripe=nonsense'], /'nonsense' is not a target/],
    [['/stripe'], /'\/stripe' is not a target/],
  ])('%j is refused', (texts, message) => expect(() => flagTargets(texts)).toThrow(message));
});

describe('flags and the config file', () => {
  const config = {
    reply: { status: 202 },
    endpoints: [
      { name: 'stripe-live', path: '/stripe', provider: 'stripe', targets: ['1', '2'], timeout: '9s' },
      { name: 'zavu', path: '/zavu', target: '5000', reply: 'handler', timeout: '9s' },
      { name: 'kept', path: '/kept' },
    ],
  };

  it('a target takes the place of those of the same path; the other fields stay', () => {
    const { endpoints, configs } = endpointsOf(['/stripe/=4000', '3000'], { config });
    expect(configs[0]).toEqual({
      name: 'stripe-live',
      path: '/stripe',
      provider: 'stripe',
      target: '4000',
      timeout: '9s',
      reply: { status: 202 },
    });
    expect(configs.at(-1)).toEqual({ name: 'default', path: '/', target: '3000', reply: { status: 202 } });
    expect(endpoints[0]?.source).toEqual({ kind: 'config', file: 'hooktap.config.json', line: 6 });
    expect(endpoints.at(-1)?.source).toEqual({ kind: 'flags' });
  });

  it('what no endpoint asks for goes by --reply and its own secret', () => {
    const rest = { name: 'default', path: '/' };
    expect(endpointsOf([]).configs).toEqual([]);
    expect(endpointsOf([], { flags: { reply: { status: 202 } } }).configs).toEqual([
      { ...rest, reply: { status: 202 } },
    ]);
    const config = { endpoints: [{ name: 'default', path: '/d' }], reply: 'ack' };
    expect(endpointsOf([], { config }).configs[1]).toEqual({ ...rest, name: 'default-2', reply: 'ack' });
    const env = { HOOKTAP_SECRET_DEFAULT: 's' };
    expect(endpointsOf([], { env }).configs).toEqual([{ ...rest, secrets: ['s'] }]);
  });

  it('flags go before the fields of what the command line names, and after those of the others', () => {
    const { configs } = endpointsOf(['/stripe=4000'], {
      config,
      flags: { reply: 'ack', timeout: 5000, hold: true },
    });
    expect(configs[0]).toMatchObject({ reply: 'ack', timeout: 5000, hold: true });
    expect(configs[1]).toEqual(config.endpoints[1]);
    expect(configs[2]).toEqual({ name: 'kept', path: '/kept', reply: 'ack' });
  });

  it("the handler's answer is asked for only where there is one", () => {
    const { configs } = endpointsOf(['3000'], {
      config: { endpoints: [{ name: 'kept', path: '/k' }] },
      flags: { reply: 'handler' },
    });
    expect(configs).toEqual([
      { name: 'kept', path: '/k' },
      { name: 'default', path: '/', target: '3000', reply: 'handler' },
    ]);
  });
});

describe('secrets of the environment', () => {
  const config = {
    endpoints: [
      { name: 'stripe', path: '/a', secrets: ['old', 'one'] },
      { name: 'stripe-2', path: '/b' },
    ],
  };

  it('come before those of the file, each once', () => {
    const env = {
      HOOKTAP_SECRET_STRIPE: 'one',
      HOOKTAP_SECRET_STRIPE_2: 'of the other',
      HOOKTAP_SECRET_STRIPE_3: 'three',
      HOOKTAP_SECRET_ZAVU: 'x',
    };
    const { configs, secretVariables, notices } = endpointsOf([], { config, env });
    expect(configs.map(({ secrets }) => secrets)).toEqual([['one', 'three', 'old'], ['of the other']]);
    expect(secretVariables.get('stripe')).toEqual(['HOOKTAP_SECRET_STRIPE', 'HOOKTAP_SECRET_STRIPE_3']);
    expect(notices).toEqual(['HOOKTAP_SECRET_ZAVU is set, but there is no endpoint of that name.']);
  });

  it('change nothing where there are none', () => {
    expect(endpointsOf([], { config, env: { HOOKTAP_SECRET_STRIPE: '' } }).configs).toEqual(config.endpoints);
  });
});
