import { expect, test } from 'vitest';
import { attemptSentences } from './attempt-sentences.ts';
import { callbackSentences } from './callback-sentences.ts';
import { handlerSentences } from './handler-sentences.ts';
import { handshakeSentences } from './handshake-sentences.ts';
import { importSentences } from './import-sentences.ts';
import { refusalSentences } from './refusal-sentences.ts';
import { registrationSentences } from './registration-sentences.ts';
import { speakerOf } from './sentences.ts';

const speaker = speakerOf({ late: '{who} is late.', by: 'By {who}: {how}.', end: 'That is all.' });

test('a sentence is said in English and in codes, of one piece or of several', () => {
  expect(speaker.sentence('late', { who: 'It' })).toEqual({
    message: 'It is late.',
    parts: [{ code: 'late', values: { who: 'It' } }],
  });
  expect(speaker.say(speaker.part('late', { who: 'It' }), speaker.part('end'))).toEqual({
    message: 'It is late. That is all.',
    parts: [{ code: 'late', values: { who: 'It' } }, { code: 'end' }],
  });
});

test('what stands in a value is never taken for a place of another', () => {
  expect(speaker.sentence('by', { who: '{how}', how: '$& {who}' }).message).toBe('By {how}: $& {who}.');
});

test('a code is of one table alone, since the screen looks through all of them', () => {
  const codes = [
    handlerSentences,
    refusalSentences,
    callbackSentences,
    registrationSentences,
    importSentences,
    attemptSentences,
    handshakeSentences,
  ].flatMap((one) => Object.keys(one));
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
});
