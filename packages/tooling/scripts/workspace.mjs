import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
/** Its first part is a folder that pnpm makes, git ignores and a fresh clone does not have. */
const stampFolder = join(root, 'node_modules', '.hooktap-stamps');

/** Everything for people goes to standard error: standard output belongs to the program that is started. */
export const say = (text) => process.stderr.write(`${text}\n`);

/** Runs a command with its output on standard error; its exit code, 1 where it could not be started. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
      ...options,
    });
    child.on('error', (error) => {
      say(`${command} could not be started: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

const passedOver = new Set(['node_modules', 'dist', '.tsbuild', '.git', '.vite', 'coverage']);

/** Files below the given files and folders, sorted. */
export function filesOf(paths, wanted = () => true) {
  const found = [];
  const visit = (path) => {
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path)) if (!passedOver.has(name)) visit(join(path, name));
    } else if (wanted(path)) found.push(path);
  };
  for (const path of paths) if (existsSync(path)) visit(path);
  return found.sort();
}

/** One hash over the names and contents of files. */
export function contentHash(files) {
  const hash = createHash('sha256').update(`node ${process.versions.node}\n`);
  for (const file of files)
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

/** Does a step unless its inputs are those of the last time and what it makes is there. */
export async function unlessDone(name, { inputs, outputs, label }, step) {
  const stamp = join(stampFolder, name);
  const hash = contentHash(inputs);
  const done = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash && outputs.every(existsSync);
  if (done) return false;
  say(`${label}…`);
  const begun = performance.now();
  await step();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  say(`${label}: done in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return true;
}
