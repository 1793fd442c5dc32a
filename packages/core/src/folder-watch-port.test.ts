import { expect, test } from 'vitest';
import { isWatchedFile } from './folder-watch-port.ts';

test('code counts, and what tools and editors leave beside it does not', () => {
  for (const path of [
    'app.ts',
    'src/deep/app.py',
    '.env',
    'src/.eslintrc',
    'Makefile',
    'build.ts',
    'a/4913.ts',
  ])
    expect([path, isWatchedFile(path)]).toEqual([path, true]);
  const not = [
    'node_modules/x/a.js',
    'a/.git/HEAD',
    'dist/a.js',
    'a/__pycache__/b.pyc',
    'app.ts~',
    '.app.ts.swp',
  ];
  for (const path of [...not, 'src/4913', 'src/.#app.ts', 'server.log', 'a/.DS_Store', 'dist', ''])
    expect([path, isWatchedFile(path)]).toEqual([path, false]);
});
