import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bench, type Ended, type Run } from '../test-support/bin.ts';

const bench = new Bench();
const hostile = '{"id":7,"a\\u001b]0;x\\u0007":"\\u202e\\u001b[31m","n":12345678901234567890}';
let dataDir = '';
let run: Run;

beforeEach(async () => {
  dataDir = bench.folder();
  run = bench.listen(dataDir);
  const { receiver } = await run.ready();
  const bodies = [...Array.from({ length: 6 }, () => '{"id":"x"}'), hostile, 'not JSON'];
  for (const body of bodies) await fetch(receiver, { method: 'POST', body });
});
afterEach(() => bench.clean());

const drift = (...args: string[]): Promise<Ended> =>
  bench.run(['drift', ...args, '--data-dir', dataDir]).ended;

describe.each(['running', 'stopped'])('with the instance %s', (state) => {
  beforeEach(async () => {
    if (state === 'stopped') expect((await run.stop()).code).toBe(130);
  });

  it('lists types and fields with what is new, and nothing in it acts on a terminal', async () => {
    const types = await drift();
    expect(types.stdout).toMatch(/^- +- +8 events +3 fields +2 new, 1 retyped\n$/);
    const fields = await drift('-', '-');
    const lines = fields.stdout.split('\n').slice(1);
    expect(lines[0]).toMatch(/^id +string \| integer +7 of 7 +7 +integer since \S+, was string in 6 events$/);
    expect(lines[1]).toContain('["a\\u001b]0;x\\u0007"]');
    expect(lines[1]).toMatch(/new since \S+, after 6 events without it$/);
    expect(lines[2]).toMatch(/^n +integer beyond 2\^53\? +1 of 7 +12345678901234567890 /);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be in it
    expect(fields.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    expect(fields.stderr).toBe('Left out: 1 without a JSON body.\n');
  });

  it('writes JSON and code, and says what is wrong', async () => {
    const json = await drift('-', '-', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({ type: { events: 7 }, items: [{ path: 'id' }, {}, {}] });
    const code = await drift('-', '-', '--format', 'ts');
    expect(code).toMatchObject({ code: 0, stderr: '' });
    expect(code.stdout).toContain('export type EventBody = {\n  id: string | number;\n');
    const schema = await drift('-', '-', '--format', 'json-schema');
    expect(JSON.parse(schema.stdout)).toMatchObject({ required: ['id'] });
    expect(await drift('zavu', 'message.inbound')).toMatchObject({ code: 1, stdout: '' });
    expect(await drift('zavu', '--format', 'ts')).toMatchObject({ code: 2, stdout: '' });
  });
});
