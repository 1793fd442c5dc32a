import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EndpointConfig as EndpointSchema } from '@hooktap/protocol';
import type { SignatureScheme, UserPack } from '@hooktap/providers';
import * as packKit from '@hooktap/providers/pack-kit';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import { defineConfig, type EndpointConfig, type HooktapConfig } from '../../define-config/index.js';
import type * as Published from '../../define-config/providers.js';
import { compiled } from '../test-support/compiled.ts';
import { ConfigFile } from './config-file.ts';

describe('what the package exports', () => {
  it('has types that agree with what is checked', () => {
    expectTypeOf<HooktapConfig>().toExtend<z.input<typeof ConfigFile>>();
    expectTypeOf<z.input<typeof ConfigFile>>().toExtend<HooktapConfig>();
    expectTypeOf<keyof HooktapConfig>().toEqualTypeOf<keyof z.input<typeof ConfigFile>>();
    expectTypeOf<keyof EndpointConfig>().toEqualTypeOf<keyof z.input<typeof EndpointSchema>>();
    const config = defineConfig({ endpoints: [{ name: 'a', retry: { schedule: ['1s'] } }] });
    expect(ConfigFile.safeParse(config).success).toBe(true);
  });

  it('has the building blocks of packs, with types that agree with the code', () => {
    // `bodyPart` wants the Buffer that it is always given.
    const published: Omit<typeof Published, 'definePack' | 'bodyPart'> = packKit;
    expect(published.textAt({ a: 1 }, 'a')).toBe('1');
    expectTypeOf<keyof typeof packKit>().toEqualTypeOf<keyof typeof Published>();
    expectTypeOf<UserPack>().toExtend<Published.ProviderPack>();
    expectTypeOf<keyof Published.ProviderPack | 'registration'>().toEqualTypeOf<keyof UserPack>();
    expectTypeOf<keyof Published.SignatureScheme>().toExtend<keyof SignatureScheme>();
    expect(packKit.definePack({ name: 'correio' })).toEqual({ name: 'correio' });
  });

  it('is published', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(manifest.exports['.']).toEqual({
      types: './define-config/index.d.ts',
      default: './define-config/index.js',
    });
    expect(manifest.exports['./providers']).toEqual({
      types: './define-config/providers.d.ts',
      default: './dist/pack-kit.js',
    });
    expect(manifest.files).toEqual(expect.arrayContaining(['define-config', 'dist']));
  });

  it("type-checks in a project of one's own", () => {
    const project = mkdtempSync(join(tmpdir(), 'hooktap-types-'));
    try {
      mkdirSync(join(project, 'node_modules'));
      symlinkSync(fileURLToPath(new URL('../..', import.meta.url)), join(project, 'node_modules/hooktap'));
      writeFileSync(join(project, 'package.json'), '{"type":"module"}');
      writeFileSync(
        join(project, 'hooktap.config.ts'),
        "import { defineConfig } from 'hooktap';\n" +
          "export default defineConfig({ endpoints: [{ name: 'a', retry: { schedule: ['1s'] } }] });\n",
      );
      writeFileSync(
        join(project, 'wrong.ts'),
        "import { defineConfig } from 'hooktap';\nexport default defineConfig({ endpoints: [{ nam: 'a' }] });\n",
      );
      expect(compiled(project, 'hooktap.config.ts')).toEqual({ status: 0, stdout: '' });
      expect(compiled(project, 'wrong.ts')).toMatchObject({
        stdout: expect.stringMatching(/'nam' does not exist/),
      });
      writeFileSync(join(project, 'pack.ts'), pack);
      expect(compiled(project, 'pack.ts')).toEqual({ status: 0, stdout: '' });
      writeFileSync(join(project, 'wrong-pack.ts'), pack.replace("'certain'", "'sure'"));
      expect(compiled(project, 'wrong-pack.ts')).toMatchObject({
        stdout: expect.stringMatching(/"sure"/),
      });
    } finally {
      rmSync(project, { recursive: true });
    }
  });
});

/** As the guide has it. */
const pack = `
import { defineConfig } from 'hooktap';
import { bodyHmacScheme, definePack, headerPart, part, textAt, threadKey } from 'hooktap/providers';

const correio = definePack({
  name: 'correio',
  recognise: (head) =>
    head.header('x-correio-signature') === undefined
      ? null
      : { confidence: 'certain', reason: 'It has an X-Correio-Signature header.' },
  read: ({ json }) => ({ eventType: textAt(json, 'kind'), threadKeys: threadKey('parcel', textAt(json, 'id')) }),
  schemes: [
    bodyHmacScheme({ name: 'a', title: 'A', docs: '', header: 'X-A', prefix: 'sha256=', encoding: 'hex' }),
    {
      name: 'b', title: 'B', docs: '', algorithm: 'hmac-sha256', encoding: 'hex', headers: ['x-b'],
      signsTime: true, signsBody: true, signsUrl: false, timestampUnit: 's',
      key: (secret) => new TextEncoder().encode(secret),
      claim: ({ rawHeaders }) => (rawHeaders.length > 0 ? { signatures: ['x'] } : null),
      parts: ({ body }, { timestamp = '' }) => [headerPart('t', timestamp), part('.', '.'), { label: 'b', bytes: body }],
      write: ({ timestamp }, signature) => [['X-B', timestamp + signature]],
    },
  ],
  samples: [{ eventType: 'parcel', build: (fresh) => ({ headers: [], body: { kind: 'json', value: { id: fresh.token(4) } } }) }],
});
export default defineConfig({ providers: [correio] });
`;
