import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileFunction } from 'node:vm';
import * as packKit from '@hooktap/providers/pack-kit';
import { type Transform, transform } from 'sucrase';

/** What a config program exported, and every file of the project's own that it is made of. */
export interface ProgramRun {
  readonly exported: unknown;
  readonly files: readonly string[];
}

/** It did not run through. `files`: what was begun until then, the last one innermost. */
export class ProgramFailure extends Error {
  readonly files: readonly string[];

  constructor(cause: unknown, files: readonly string[]) {
    super('The config file does not run.', { cause });
    this.files = files;
  }
}

/** An imported file that is not JSON. */
export class NotJson extends Error {
  readonly file: string;
  readonly source: string;

  constructor(file: string, source: string) {
    super(`${file} is not JSON`);
    this.file = file;
    this.source = source;
  }
}

interface Module {
  exports: Record<string, unknown>;
}

/** What these imports give a config, wherever Hooktap itself lies. */
const ownModules: Readonly<Record<string, unknown>> = {
  hooktap: { defineConfig: (config: unknown) => config },
  'hooktap/providers': packKit,
};

const endings = ['', '.ts', '.mts', '.js', '.mjs', '.cjs', '.json'];

/**
 * Runs a config file in JavaScript or TypeScript. Types are taken out and imports become calls, line for line, so that
 * it runs on a Node without TypeScript, each time anew, and errors name the lines as written. Modules of
 * `node_modules` are loaded by Node, once.
 */
export async function runConfigProgram(file: string): Promise<ProgramRun> {
  const program = new Program();
  const main = await program.main(file).catch((cause: unknown) => {
    throw new ProgramFailure(cause, program.files);
  });
  const { exports } = main;
  return { exported: 'default' in exports ? exports['default'] : exports, files: program.files };
}

class Program {
  readonly #modules = new Map<string, Module>();

  get files(): readonly string[] {
    return [...this.#modules.keys()];
  }

  /** The file itself may await at its top level; what it imports may not. */
  async main(file: string): Promise<Module> {
    const module = this.#begin(file);
    await this.#compile(file, module, 'return (async () => {', '\n})();');
    return module;
  }

  #begin(file: string): Module {
    const module: Module = { exports: {} };
    this.#modules.set(file, module);
    return module;
  }

  #require(from: string): (specifier: string) => unknown {
    const native = createRequire(from);
    return (specifier) => {
      if (Object.hasOwn(ownModules, specifier)) return ownModules[specifier];
      const own = /^\.{1,2}(\/|$)/.test(specifier) || isAbsolute(specifier);
      if (!own) return native(specifier);
      return this.#imported(resolvedFile(resolve(dirname(from), specifier)));
    };
  }

  #imported(file: string): unknown {
    const known = this.#modules.get(file);
    if (known) return known.exports;
    const module = this.#begin(file);
    if (extname(file) === '.json') module.exports = parsedJson(file);
    else this.#compile(file, module, '', '');
    return module.exports;
  }

  #compile(file: string, module: Module, before: string, after: string): Promise<void> | undefined {
    const transforms: Transform[] = /\.[mc]?ts$/.test(file) ? ['typescript', 'imports'] : ['imports'];
    const { code } = transform(readFileSync(file, 'utf8'), { transforms, filePath: file });
    const place = { url: pathToFileURL(file).href, filename: file, dirname: dirname(file) };
    const given = {
      module,
      exports: module.exports,
      require: this.#require(file),
      __filename: file,
      __dirname: place.dirname,
      // In a program whose imports are calls there is no `import.meta`.
      importMeta: place,
    };
    const text = code.replace(/\bimport\.meta\b/g, 'importMeta');
    const run = compileFunction(`${before}${text}${after}`, Object.keys(given), { filename: file });
    return run(...Object.values(given));
  }
}

function parsedJson(file: string): Module['exports'] {
  const source = readFileSync(file, 'utf8');
  try {
    return JSON.parse(source);
  } catch {
    throw new NotJson(file, source);
  }
}

/** As bundlers look for it: without an ending, or `.js` where a `.ts` stands. */
function resolvedFile(path: string): string {
  const candidates = [
    ...endings.map((ending) => `${path}${ending}`),
    path.replace(/\.([mc]?)js$/, '.$1ts'),
    ...endings.slice(1).map((ending) => join(path, `index${ending}`)),
  ];
  const found = candidates.find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
  if (found === undefined) throw new Error(`There is no file ${path} to import.`);
  return found;
}
