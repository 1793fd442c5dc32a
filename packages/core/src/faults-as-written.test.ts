import { expect, it } from 'vitest';
import { faultsAsWritten } from './faults-as-written.ts';

const known = { providers: ['correio', 'zavu', 'slack'], handshakes: ['zoom', 'get-200'] };
const faultsOf = (field: object, names: typeof known | null = known) =>
  faultsAsWritten({ name: 'a', path: '/', ...field }, names).map(({ path, message }) => [path, message]);

it('a name that nobody has is said with the nearest one, or with all', () => {
  expect(faultsOf({ provider: 'slakc' })).toEqual([
    ['provider', "There is no provider 'slakc'. Near to it: slack."],
  ]);
  expect(faultsOf({ provider: 'nobody' })).toEqual([
    ['provider', "There is no provider 'nobody'. There are: correio, zavu, slack."],
  ]);
  expect(faultsOf({ handshake: { also: ['zoom', 'zom'] } })).toEqual([
    ['handshake.also[1]', "There is no handshake 'zom' beside those of the providers. Near to it: zoom."],
  ]);
});

it('what is known, or cannot be known, is no fault', () => {
  expect(faultsOf({ provider: 'correio', handshake: { also: ['get-200'] }, filter: 'type:a' })).toEqual([]);
  expect(faultsOf({ provider: 'nobody', handshake: { also: ['nope'] } }, null)).toEqual([]);
  expect(faultsOf({ handshake: true })).toEqual([]);
});

it('a filter by what no arrival has is a fault; what is no query is told elsewhere', () => {
  expect(faultsOf({ filter: 'is:pinned' })).toEqual([
    ['filter', expect.stringContaining("At 'pinned' (character 4): is:pinned is not known yet when")],
  ]);
  expect(faultsOf({ filter: '(' })).toEqual([]);
});
