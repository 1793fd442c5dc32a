import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RawHeaders, toPairs } from '@hooktap/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExportedRequest } from './exported-request.ts';
import { rawHttp } from './raw-http.ts';
import { sendableHeaders } from './sendable-headers.ts';
import { type CodeFormat, snippet, withComments } from './snippet.ts';

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly rawHeaders: RawHeaders;
  readonly body: Buffer;
}

let server: Server;
let seen: Seen[] = [];
beforeEach(async () => {
  seen = [];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method, url, rawHeaders } = request;
    seen.push({ method, url, rawHeaders: toPairs(rawHeaders), body: Buffer.concat(chunks) });
    response.end('ok');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const requestOf = (given: Partial<ExportedRequest>): ExportedRequest => {
  const requestTarget = given.requestTarget ?? '/hook';
  const { port } = server.address() as AddressInfo;
  return {
    method: 'POST',
    requestTarget,
    url: `http://127.0.0.1:${port}${requestTarget}`,
    httpVersion: '1.1',
    rawHeaders: [],
    body: Buffer.alloc(0),
    ...given,
  };
};

/** As a script, since a large one is no argument. */
const runInBash = (script: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const bash = execFile('bash', ['-eu'], (error, _stdout, stderr) =>
      error ? reject(new Error(stderr)) : resolve(),
    );
    bash.stdin?.end(script);
  });

const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
const bodies: [string, Buffer][] = [
  ['none', Buffer.alloc(0)],
  ['a shell’s words', Buffer.from(`' " \\ $(touch x) \`id\` $HOME !! ; & | > < * ? ~ # \\' {a,b}`)],
  ['like a file', Buffer.from('@/etc/passwd')],
  ['lines', Buffer.from('a\nb\r\nc\n')],
  ['terminal escapes, bidi', Buffer.from('\u001b[31mred\u001b[0m \u202e\u0007 7')],
  ['the end of a here document', Buffer.from('BODY\nBODY\n\0')],
  ['latin-1', Buffer.from('caf\xe9 9', 'latin1')],
  ['every byte but NUL', everyByte.subarray(1)],
  ['every byte', everyByte],
  ['large', Buffer.alloc(300_000, 'ação ')],
  ['a dash', Buffer.from('--data @x')],
];
const headers: RawHeaders = [
  ['Content-Type', 'text/x; a="b"'],
  ['X-Twice', 'one'],
  ['x-TWICE', `it's $(id) \\`],
  ['X-Latin', 'caf\xe9 \xff'],
  ['X-Utf8', Buffer.from('olá').toString('latin1')],
  ['X-Empty', ''],
  ['X-At', '@/etc/passwd'],
  ['User-Agent', 'sender/1'],
];

describe('curl', () => {
  const sent = async (request: ExportedRequest) => {
    const command = snippet('curl', request);
    // Nothing in it acts on the terminal into which it is pasted.
    expect(command.replaceAll(/[\t\n]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    await runInBash(`set -o pipefail; ${command.replaceAll('curl -', 'curl -sS -')}`);
    return seen.at(-1);
  };

  it.each(bodies)('sends exactly: %s', async (_name, body) => {
    const request = requestOf({ body, rawHeaders: headers });
    const got = await sent(request);
    expect(got?.body.equals(body)).toBe(true);
    const own = ['host', 'content-length'];
    const rest = got?.rawHeaders.filter(([name]) => !own.includes(name.toLowerCase()));
    expect(rest).toEqual(sendableHeaders(headers));
  });

  it.each([
    '/a/../b//c?x=[1]&y={a,b}&z=%zz',
    `/it's$(id)`,
    '/a?b#c',
    '/#@/etc',
    '*',
    'http://other.example/abs?x',
  ])('asks exactly for %s', async (requestTarget) => {
    const { url } = requestOf({ requestTarget: requestTarget.startsWith('/') ? requestTarget : '/' });
    expect((await sent(requestOf({ requestTarget, url })))?.url).toBe(requestTarget);
  });

  it.each(['GET', 'HEAD', 'DELETE', "M'ETHOD"])('method %s', async (method) => {
    if (method === "M'ETHOD") expect(snippet('curl', requestOf({ method }))).toContain(`'M'\\''ETHOD'`);
    else expect((await sent(requestOf({ method })))?.method).toBe(method);
  });
});

async function runFetch(code: string): Promise<void> {
  const AsyncFunction = (async () => {}).constructor as new (code: string) => () => Promise<void>;
  const { log } = console;
  console.log = () => {};
  try {
    await new AsyncFunction(code)();
  } finally {
    console.log = log;
  }
}

describe('fetch', () => {
  it.each(['GET', 'head'])('leaves the body of a %s out, and says so', async (method) => {
    for (const file of [{}, { bodyFile: 'evt_1.bin' }]) {
      const code = snippet('fetch', requestOf({ method, body: Buffer.from('seven!!'), ...file }));
      expect(code).toContain('the 7 bytes of the captured one are left out.');
      await runFetch(code);
      expect(seen.at(-1)).toMatchObject({ method: method.toUpperCase(), body: Buffer.alloc(0) });
    }
  });

  it.each(bodies)('sends exactly: %s', async (_name, body) => {
    const code = snippet('fetch', requestOf({ body, rawHeaders: headers }));
    expect(code).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
    await runFetch(code);
    expect(seen.at(-1)?.body.equals(body)).toBe(true);
    expect(seen.at(-1)?.rawHeaders).toContainEqual(['X-Latin', 'caf\xe9 \xff']);
  });
});

const kept = ['/hook?a=1&b=%20x', '/~/a', "/it's(1)*;x=@:!$", '//a?b?'];
const tidiedByAll = ['/hook?', '/~/../x', '/a/./b', '/a b?c', '/ol\xe1'];
const differs = ['/%41', '/a%2fb', '/x?y=[1]', '/%2e%2e/x', '/a\\b', '/x?it=%zz'];

describe('a client that tidies request targets', () => {
  it.each([...kept, ...tidiedByAll, ...differs])(
    'fetch says it exactly where it does: %s',
    async (requestTarget) => {
      const code = snippet('fetch', requestOf({ requestTarget }));
      await runFetch(code);
      expect(code.includes('// fetch writes this request target')).toBe(seen.at(-1)?.url !== requestTarget);
      expect(
        snippet('axios', requestOf({ requestTarget })).includes('// axios writes this request target'),
      ).toBe(seen.at(-1)?.url !== requestTarget);
    },
  );

  // As requests 2.34 with urllib3 2.7 was seen to do.
  it.each([
    ...kept.map((target) => [target, false] as const),
    ...[...tidiedByAll, ...differs].map((target) => [target, true] as const),
    ['/a%2Fb', false],
  ] as const)('Python, for %s: %s', (requestTarget, isTidied) => {
    const code = snippet('python', requestOf({ requestTarget }));
    expect(code.includes('# requests writes this request target')).toBe(isTidied);
  });
});

it('Java says which bytes of headers it cannot send', () => {
  const says = "// HttpClient sends each byte of a header above 0x7f as '?'.";
  expect(snippet('java', requestOf({ rawHeaders: headers }))).toContain(says);
  expect(snippet('java', requestOf({ rawHeaders: [['X-Plain', 'a']] }))).not.toContain(says);
});

describe('a body in a file of its own', () => {
  const body = Buffer.alloc(2_000_000, everyByte);
  const inFolder = async (use: (folder: string) => Promise<void>) => {
    const folder = await mkdtemp(join(tmpdir(), 'hooktap-code-'));
    try {
      await writeFile(join(folder, 'evt_1.bin'), body);
      await use(folder);
    } finally {
      await rm(folder, { recursive: true });
    }
  };

  it('curl sends it as it is, without asking first', () =>
    inFolder(async (folder) => {
      const command = snippet('curl', requestOf({ body, rawHeaders: headers, bodyFile: 'evt_1.bin' }));
      await runInBash(`cd '${folder}'; ${command.replaceAll('curl -', 'curl -sS -')}`);
      expect(seen.at(-1)?.body.equals(body)).toBe(true);
      expect(seen.at(-1)?.rawHeaders.map(([name]) => name)).not.toContain('Expect');
    }));

  it('fetch sends it as it is', () =>
    inFolder(async (folder) => {
      const script = join(folder, 'code.mjs');
      await writeFile(script, snippet('fetch', requestOf({ body, bodyFile: 'evt_1.bin' })));
      await new Promise<void>((resolve, reject) => {
        execFile(process.execPath, [script], { cwd: folder }, (error) => (error ? reject(error) : resolve()));
      });
      expect(seen.at(-1)?.body.equals(body)).toBe(true);
    }));

  it.each([
    ['curl', '--data-binary @evt_1.bin'],
    ['httpie', '< evt_1.bin'],
    ['fetch', "readFile('evt_1.bin')"],
    ['axios', "data: await readFile('evt_1.bin')"],
    ['python', 'data=open("evt_1.bin", "rb").read()'],
    ['go', 'os.ReadFile("evt_1.bin")'],
    ['php', "CURLOPT_POSTFIELDS => file_get_contents(__DIR__ . '/evt_1.bin')"],
    ['java', 'HttpRequest.BodyPublishers.ofFile(Path.of("evt_1.bin"))'],
  ] as const)('%s reads it and holds nothing of it', (format, reading) => {
    const code = snippet(format, requestOf({ body, rawHeaders: headers, bodyFile: 'evt_1.bin' }));
    expect(code).toContain(reading);
    expect(code.length).toBeLessThan(3000);
  });

  it('comments stand above the code, in PHP where it does not print them', () => {
    const php = withComments('php', snippet('php', requestOf({})), ['One.', 'Two.']);
    expect(php).toMatch(/^<\?php\n\/\/ One\.\n\/\/ Two\.\n\$curl/);
    expect(withComments('python', 'import requests', ['One.'])).toBe('# One.\nimport requests');
  });
});

describe('every format', () => {
  const formats: CodeFormat[] = ['curl', 'httpie', 'fetch', 'axios', 'python', 'go', 'php', 'java'];
  it.each(formats)('%s holds no character that acts by itself, whatever is captured', (format) => {
    for (const [, body] of bodies) {
      const code = snippet(format, requestOf({ body, rawHeaders: headers, requestTarget: '/\xad\x85?\xe9' }));
      expect(code.replaceAll(/[\t\n]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }
  });

  it('a quote ends no literal', () => {
    const request = requestOf({
      body: Buffer.from(`"; evil(); //\\"$x\\u0022`),
      rawHeaders: [['X-A', '"b\\']],
    });
    expect(snippet('php', request)).toContain(String.raw`"\"; evil(); //\\\"\$x\\u0022"`);
    expect(snippet('java', request)).toContain(String.raw`"\"; evil(); //\\\"$x\\u0022"`);
    expect(snippet('go', request)).toContain(String.raw`"\"; evil(); //\\\"$x\\u0022"`);
    expect(snippet('python', request)).toContain(String.raw`b"\"; evil(); //\\\"$x\\u0022"`);
    expect(snippet('axios', request)).toContain(String.raw`["X-A"]: "\"b\\"`);
  });

  it('HTTPie is told of no file and no field by what was captured', () => {
    const code = snippet(
      'httpie',
      requestOf({ rawHeaders: [...headers, ['-x', 'a'], ['X-B', 'a\\@b'], ['X-Is', '=1']] }),
    );
    expect(code).toContain(String.raw`'X-At:\@/etc/passwd'`);
    expect(code).toContain(String.raw`'X-Is:\=1'`);
    expect(code).toMatch(/^# 3 header\(s\) left out/);
  });
});

describe('raw HTTP', () => {
  const lengthOf = (rawHeaders: RawHeaders, body: string) =>
    rawHttp(requestOf({ rawHeaders, body: Buffer.from(body) })).toString('latin1');

  it('is framed by the length of what is there', () => {
    expect(lengthOf([['Content-Length', '2']], 'ab')).toBe(
      'POST /hook HTTP/1.1\r\nContent-Length: 2\r\n\r\nab',
    );
    expect(
      lengthOf(
        [
          ['Transfer-Encoding', 'chunked'],
          ['A', 'b'],
        ],
        'ab',
      ),
    ).toBe('POST /hook HTTP/1.1\r\nA: b\r\nContent-Length: 2\r\n\r\nab');
    expect(lengthOf([['Content-Length', '9']], 'ab')).toBe(
      'POST /hook HTTP/1.1\r\nContent-Length: 2\r\n\r\nab',
    );
    expect(lengthOf([], '')).toBe('POST /hook HTTP/1.1\r\n\r\n');
  });
});
