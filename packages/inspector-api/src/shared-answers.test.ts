import { expect, it } from 'vitest';
import { SharedAnswers } from './shared-answers.ts';

/** Work that goes on until it is told its answer. */
function openWork() {
  const begun: { signal: AbortSignal; answer: (value: number) => void }[] = [];
  const work = (signal: AbortSignal) =>
    new Promise<number>((answer) => {
      begun.push({ signal, answer });
    });
  return { begun, work };
}

const nobodyLeaves = new AbortController().signal;

it('what is asked twice at once is worked on once', async () => {
  const shared = new SharedAnswers();
  const { begun, work } = openWork();
  const answers = [shared.ask('how many', nobodyLeaves, work), shared.ask('how many', nobodyLeaves, work)];
  const other = shared.ask('which', nobodyLeaves, work);
  expect(begun).toHaveLength(2);
  begun[0]?.answer(7);
  begun[1]?.answer(8);
  expect(await Promise.all(answers)).toEqual([7, 7]);
  expect(await other).toBe(8);
});

it('what is asked later is worked on anew', async () => {
  const shared = new SharedAnswers();
  expect(await shared.ask('how many', nobodyLeaves, async () => 1)).toBe(1);
  expect(await shared.ask('how many', nobodyLeaves, async () => 2)).toBe(2);
});

it('work goes on for whoever still waits, and ends with the last', async () => {
  const shared = new SharedAnswers();
  const { begun, work } = openWork();
  const [first, second] = [new AbortController(), new AbortController()];
  const answers = [first, second].map(({ signal }) => shared.ask('how many', signal, work));
  first.abort(new Error('first left'));
  await expect(answers[0]).rejects.toThrow('first left');
  expect(begun[0]?.signal.aborted).toBe(false);
  second.abort(new Error('second left'));
  await expect(answers[1]).rejects.toThrow('second left');
  expect(begun[0]?.signal.aborted).toBe(true);
});

it('who asks after the last has left is answered by new work', async () => {
  const shared = new SharedAnswers();
  const { begun, work } = openWork();
  const leaving = new AbortController();
  const left = shared.ask('how many', leaving.signal, work);
  leaving.abort();
  await expect(left).rejects.toBe(leaving.signal.reason);
  const next = shared.ask('how many', nobodyLeaves, work);
  begun[1]?.answer(3);
  expect(await next).toBe(3);
});

it('a failure is told to all who wait, and not kept', async () => {
  const shared = new SharedAnswers();
  const failing = async () => {
    throw new Error('disk');
  };
  const answers = [
    shared.ask('how many', nobodyLeaves, failing),
    shared.ask('how many', nobodyLeaves, failing),
  ];
  for (const answer of answers) await expect(answer).rejects.toThrow('disk');
  expect(await shared.ask('how many', nobodyLeaves, async () => 4)).toBe(4);
});
