import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataDirOf, projectRoot, stateFolder } from './data-dir.ts';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'hooktap-project-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the data directory', () => {
  it.each(['package.json', 'hooktap.config.ts', '.git'])('is the same below a folder with %s', (mark) => {
    const project = join(folder, 'shop');
    const deep = join(project, 'src', 'deep');
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(project, mark), '');
    expect(projectRoot(deep)).toBe(project);
    const around = { env: { XDG_STATE_HOME: '/state' }, platform: 'linux' } as const;
    const dataDir = dataDirOf(undefined, { ...around, cwd: deep });
    expect(dataDir).toMatch(/^\/state\/hooktap\/shop-[0-9a-f]{10}$/);
    expect(dataDirOf(undefined, { ...around, cwd: project })).toBe(dataDir);
  });

  it('differs between projects of one name', () => {
    const dirs = ['a', 'b'].map((parent) => {
      const project = join(folder, parent, 'shop');
      mkdirSync(join(project, '.git'), { recursive: true });
      return dataDirOf(undefined, { cwd: project, env: {}, platform: 'linux' });
    });
    expect(dirs[0]).not.toBe(dirs[1]);
  });

  it('is the one asked for', () => {
    expect(dataDirOf('x', { cwd: '/work', env: {}, platform: 'linux' })).toBe('/work/x');
  });

  it.each([
    ['linux', {}, join(homedir(), '.local/state/hooktap')],
    ['darwin', {}, join(homedir(), 'Library/Application Support/hooktap')],
    ['win32', { LOCALAPPDATA: '/local' }, '/local/hooktap'],
    ['darwin', { XDG_STATE_HOME: '/state' }, '/state/hooktap'],
  ] as const)('lies in the state folder of %s', (platform, env, expected) => {
    expect(stateFolder({ cwd: '/', env, platform })).toBe(expected);
  });
});
