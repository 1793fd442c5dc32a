import { afterEach, expect, it, vi } from 'vitest';
import { reportBug } from './report-bug.ts';

afterEach(() => vi.restoreAllMocks());

it('tells where and what, and nothing that acts on a terminal', () => {
  const said: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  reportBug('while receiving a request', new Error('odd \u001b[2J\u202e thing'));
  reportBug('at this', 'a plain text\r');
  expect(said[0]).toMatch(
    /^Hooktap failed while receiving a request\. Please report this:\nError: odd \\u\{1b\}\[2J\\u\{202e\} thing\n {4}at /,
  );
  expect(said[1]).toBe('Hooktap failed at this. Please report this:\na plain text\\u{d}\n');
});
