import { readFileSync } from 'node:fs';
import { extname, relative } from 'node:path';
import { reasonOf } from '../failure.ts';
import { printable } from '../printable.ts';
import { faultsOf, faultText } from './config-fault.ts';
import { ConfigFile } from './config-file.ts';

/** A config file, read and checked. */
export interface LoadedConfig {
  readonly file: string;
  /** As messages name it. */
  readonly name: string;
  readonly source: string;
  readonly values: ConfigFile;
  /** The file and what it imports of the project's own. */
  readonly files: readonly string[];
}

export type ConfigRead =
  | { readonly ok: true; readonly config: LoadedConfig }
  /** Each names file, line and field, as far as they are known. */
  | { readonly ok: false; readonly messages: readonly string[]; readonly files: readonly string[] };

/** Reads one and says what is wrong with it. */
export async function readConfig(file: string, cwd: string = process.cwd()): Promise<ConfigRead> {
  const name = shortName(file, cwd);
  let source: string;
  try {
    source = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    return { ok: false, messages: [`${name} cannot be read: ${reasonOf(error)}`], files: [file] };
  }
  const run = await exportedBy(file, source, (one) => shortName(one, cwd));
  if (!run.ok) return { ok: false, messages: [run.message], files: run.files };
  const { exported, files } = run;
  const parsed = ConfigFile.safeParse(exported, { reportInput: true });
  if (parsed.success) return { ok: true, config: { file, name, source, values: parsed.data, files } };
  return {
    ok: false,
    messages: faultsOf(parsed.error).map((fault) => faultText(name, source, fault)),
    files,
  };
}

/** Of the working folder, unless the file is elsewhere. */
function shortName(file: string, cwd: string): string {
  const short = relative(cwd, file);
  return short.startsWith('..') ? file : short;
}

type Value =
  | { readonly ok: true; readonly exported: unknown; readonly files: readonly string[] }
  | { readonly ok: false; readonly message: string; readonly files: readonly string[] };
/** As messages name a file. */
type NameOf = (file: string) => string;

async function exportedBy(file: string, source: string, nameOf: NameOf): Promise<Value> {
  if (extname(file) === '.json') {
    try {
      return { ok: true, exported: JSON.parse(source), files: [file] };
    } catch {
      return { ok: false, message: await jsonFault(nameOf(file), source), files: [file] };
    }
  }
  // With the parser of TypeScript, so only where there is such a file.
  const { runConfigProgram, ProgramFailure, NotJson } = await import('./config-program.ts');
  try {
    return { ok: true, ...(await runConfigProgram(file)) };
  } catch (error) {
    const { cause, files } = error instanceof ProgramFailure ? error : { cause: error, files: [file] };
    const message =
      cause instanceof NotJson
        ? await jsonFault(nameOf(cause.file), cause.source)
        : programFault(files, cause, nameOf);
    return { ok: false, message, files };
  }
}

/** Of lossless-json, since V8 does not always name the place. */
async function jsonFault(name: string, source: string): Promise<string> {
  const { parse } = await import('lossless-json');
  try {
    parse(source);
    return `${name} is not JSON`;
  } catch (error) {
    const [, what = '', at = '0'] = /^(.*) at position (\d+)$/s.exec(reasonOf(error)) ?? [];
    const line = source.slice(0, Math.min(Number(at), source.trimEnd().length)).split('\n').length;
    return `${name}:${line} is not JSON: ${printable(what)}`;
  }
}

/** The innermost frame of the stack that lies in one of the files, or the place that the parser names. */
function programFault(files: readonly string[], error: unknown, nameOf: NameOf): string {
  const main = nameOf(files[0] ?? '');
  // Node goes on to list who required what.
  const [reason = ''] = reasonOf(error).split('\n');
  const broken = files.find((file) => reason.startsWith(`Error transforming ${file}: `));
  if (broken !== undefined) {
    const what = reason.slice(`Error transforming ${broken}: `.length);
    const [place = '', line] = / \((\d+):\d+\)$/.exec(what) ?? [];
    return `${nameOf(broken)}${line === undefined ? '' : `:${line}`} ${what.slice(0, what.length - place.length)}`;
  }
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  for (const frame of stack.split('\n')) {
    const file = files.find((one) => frame.includes(`${one}:`));
    const line = file && /^\d+/.exec(frame.slice(frame.indexOf(`${file}:`) + file.length + 1))?.[0];
    if (file && line) return `${nameOf(file)}:${line} ${reason}`;
  }
  return `${main} ${reason}`;
}
