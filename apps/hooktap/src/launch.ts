import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scriptWithCodeCache } from './code-cache.ts';
import type { main } from './main.ts';

/** The program's file, named after its content: the build puts its name here. */
declare const PROGRAM_FILE: string;

type Program = { readonly main: typeof main };
/** As Node calls a CommonJS module. */
type Module = (module: { exports: unknown }, require: NodeJS.Require, filename: string) => void;

function launch(): void {
  const file = join(dirname(fileURLToPath(import.meta.url)), PROGRAM_FILE);
  const { script, keepCode } = scriptWithCodeCache(
    file,
    '(function(module,require,__filename){"use strict";',
    '\n})',
  );
  const module: { exports: unknown } = { exports: {} };
  (script.runInThisContext() as Module)(module, createRequire(file), file);
  void (module.exports as Program).main(keepCode);
}

launch();
