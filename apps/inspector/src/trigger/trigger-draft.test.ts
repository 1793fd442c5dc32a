import { expect, test } from 'vitest';
import { english } from '../messages/translate.ts';
import { isForm, sampleText } from './sample-text.ts';
import { emptyDraft, triggerRequest } from './trigger-draft.ts';

test('an untouched sample is asked for by its name alone', () => {
  expect(triggerRequest('zavu', { sample: 'message.inbound' }, emptyDraft, null, english)).toEqual({
    ok: true,
    request: { provider: 'zavu', eventType: 'message.inbound' },
  });
});

test('what was edited and filled in goes along', () => {
  const draft = { ...emptyDraft, to: ' /zavu ', seed: '7', count: '3' };
  const edited = { base: '{"data":{"text":"a"}}', text: '{"data":{"text":"b"}}' };
  expect(triggerRequest('zavu', { sample: 'message.inbound' }, draft, edited, english)).toEqual({
    ok: true,
    request: {
      provider: 'zavu',
      eventType: 'message.inbound',
      to: '/zavu',
      set: [['data.text', 'b']],
      seed: 7,
      count: 3,
    },
  });
});

test('a scenario is played at its speed', () => {
  expect(triggerRequest('zavu', { scenario: 'conversation' }, emptyDraft, null, english)).toEqual({
    ok: true,
    request: { provider: 'zavu', scenario: 'conversation', speed: 10 },
  });
});

test('every problem is said at its field', () => {
  const draft = { ...emptyDraft, seed: '-1', count: '2000' };
  const drafted = triggerRequest('zavu', { sample: 'a' }, draft, { base: '{}', text: '{' }, english);
  expect(drafted.ok ? null : Object.keys(drafted.problems)).toEqual(['seed', 'count', 'body']);
});

test('a form is edited as its fields', () => {
  const sample = {
    rawHeaders: [['Content-Type', 'application/x-www-form-urlencoded']] as [string, string][],
    body: 'Body=Ol%C3%A1+a&From=%2B551',
  };
  expect(isForm(sample)).toBe(true);
  expect(JSON.parse(sampleText(sample))).toEqual({ Body: 'Olá a', From: '+551' });
});
