import { Buffer } from 'node:buffer';
import type { RequestHead } from '@hooktap/core';
import { type Catalog, createCatalog, sampleName } from '@hooktap/providers';
import type { Finding } from '../finding.ts';
import type { Setting } from '../setting.ts';
import { median } from '../statistics.ts';

interface Case {
  readonly name: string;
  readonly head: RequestHead;
}

/** What core hands to the packs before the answer. */
const beginningBytes = 4096;
const base64Secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

/** As they come through a proxy, beside the provider's own. */
const ofTheWay: RequestHead['rawHeaders'] = [
  ['Host', 'abc.example'],
  ['X-Forwarded-For', '203.0.113.7'],
  ['X-Forwarded-Proto', 'https'],
  ['Accept-Encoding', 'gzip'],
  ['Content-Length', '2048'],
  ['Connection', 'close'],
];

function samplesOf(catalog: Catalog): Case[] {
  const now = Date.now();
  return catalog.packs.flatMap((pack) =>
    pack.samples.flatMap((sample): Case[] => {
      const name = sampleName(sample);
      const made = catalog.sample(pack.name, name, { url: 'https://abc.example/hook', now, seed: 7 });
      if (made.kind !== 'sampled') throw new Error(`${pack.name} ${name} is no sample.`);
      const signed = catalog.sign(pack.name, made.request, base64Secret, { now });
      const { method, requestTarget, path, rawHeaders, body } =
        signed.kind === 'signed' ? signed.request : made.request;
      const beginning = body.subarray(0, beginningBytes);
      const head = { method, requestTarget, path, rawHeaders: [...ofTheWay, ...rawHeaders], beginning };
      return [{ name: `${pack.name} ${name}`, head }];
    }),
  );
}

/** Nobody's: every pack is asked, over as much as is ever looked at. */
function strangers(): Case[] {
  const made = (name: string, body: string, headers: RequestHead['rawHeaders'] = []): Case => {
    const head = { method: 'POST', requestTarget: '/hook?a=1', path: '/hook' };
    const rawHeaders = [...ofTheWay, ...headers];
    return { name, head: { ...head, rawHeaders, beginning: Buffer.from(body).subarray(0, beginningBytes) } };
  };
  const fields = Array.from({ length: 400 }, (_, index) => `"field${index}":${index}`);
  const names = Array.from({ length: 100 }, (_, index): [string, string] => [`X-Header-${index}`, 'value']);
  return [
    made('stranger, 4 KB of fields', `{${fields.join(',')}}`),
    made('stranger, 4 KB nested', `{"a":${'[{"b":'.repeat(700)}`),
    made('stranger, 4 KB of backslashes', `{"a":"${'\\\\'.repeat(3000)}"}`),
    made('stranger, a form of 4 KB', 'a=b&'.repeat(1100), [
      ['Content-Type', 'application/x-www-form-urlencoded'],
    ]),
    made('stranger, no JSON', 'x'.repeat(5000)),
    made('stranger, 100 headers', '{"hello":"world"}', names),
    made('stranger, no body', ''),
  ];
}

/**
 * Microseconds for one look at each: the round that the rest of the machine disturbed least. Rounds are interleaved, so
 * that a busy spell does not fall upon one of them alone.
 */
function costs(catalog: Catalog, cases: readonly Case[], quick: boolean): number[] {
  const looks = 200;
  const least = cases.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < (quick ? 15 : 60); round++) {
    for (const [index, { head }] of cases.entries()) {
      const began = performance.now();
      for (let look = 0; look < looks; look++) catalog.recognise(head);
      least[index] = Math.min(least[index] ?? 0, ((performance.now() - began) * 1000) / looks);
    }
  }
  return least;
}

/** What every capture pays before its answer: who the sender is, by its headers and the first 4 KB. */
export async function recognise(setting: Setting): Promise<Finding[]> {
  const catalog = createCatalog();
  const samples = samplesOf(catalog);
  const others = strangers();
  // Warm: a process that has seen every kind of request, as one that runs for a while has.
  for (let turn = 0; turn < 400; turn++) {
    for (const { head } of [...samples, ...others]) catalog.recognise(head);
  }
  const finding = (measure: string, value: number, rounds: readonly number[]): Finding => ({
    bench: 'recognise',
    measure,
    unit: 'µs',
    value,
    rounds,
    goal: { atMost: 20 },
  });
  const values = costs(catalog, [...samples, ...others], setting.quick);
  const costOf = ({ name }: Case, index: number) => ({ name, value: values[index] ?? Number.NaN });
  const ofSamples = samples.map(costOf);
  const worst = ofSamples.toSorted((one, other) => other.value - one.value).slice(0, 5);
  const middle = ofSamples.map(({ value }) => value);
  return [
    finding(`the middle of all ${samples.length} samples`, median(middle), middle),
    ...worst.map(({ name, value }, place) =>
      finding(`sample ${place + 1} from the worst: ${name}`, value, [value]),
    ),
    ...others.map((one, index) => {
      const { name, value } = costOf(one, samples.length + index);
      return finding(name, value, [value]);
    }),
  ];
}
