import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EndpointConfig as EndpointSchema } from '@hooktap/protocol';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import { defineConfig, type EndpointConfig, type HooktapConfig } from '../../define-config/index.js';
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

  it('is published', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(manifest.exports['.']).toEqual({
      types: './define-config/index.d.ts',
      default: './define-config/index.js',
    });
    expect(manifest.files).toContain('define-config');
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
    } finally {
      rmSync(project, { recursive: true });
    }
  });
});

/** With the compiler of the workspace, as strict as it gets, and without any other types. */
function compiled(project: string, file: string): { status: number | null; stdout: string } {
  const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
  const tsc = join(dirname(manifest), 'bin/tsc');
  const flags = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--types',
    '',
    '--exactOptionalPropertyTypes',
  ];
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...flags, file], {
    cwd: project,
    encoding: 'utf8',
  });
  return { status, stdout };
}
