import { afterEach, expect, it, vi } from 'vitest';
import { ProgressLine } from './progress-line.ts';

afterEach(() => void vi.useRealTimers());

it('is one line of a terminal, and leaves nothing there', () => {
  const written: string[] = [];
  const line = new ProgressLine({ isTTY: true, write: (text) => written.push(text) }, () => {
    throw new Error('not on a terminal');
  });
  line.clear();
  line.show('1 of 2');
  line.show('2 of 2');
  line.clear();
  expect(written).toEqual(['\r\u001b[K1 of 2', '\r\u001b[K2 of 2', '\r\u001b[K']);
});

it('stays in one row of a narrow terminal', () => {
  const written: string[] = [];
  const write = (text: string) => written.push(text);
  const line = new ProgressLine({ isTTY: true, columns: 12, write }, () => expect.unreachable());
  line.show('0123456789ab: 50%');
  expect(written).toEqual(['\r\u001b[K01234…: 50%']);
});

it('is elsewhere a line every five seconds', () => {
  vi.useFakeTimers();
  const said: string[] = [];
  const write = () => expect.unreachable();
  const line = new ProgressLine({ write }, (text) => said.push(text));
  for (let second = 0; second <= 11; second++) {
    line.show(`${second} s`);
    vi.advanceTimersByTime(1000);
  }
  line.clear();
  expect(said).toEqual(['5 s', '10 s']);
});
