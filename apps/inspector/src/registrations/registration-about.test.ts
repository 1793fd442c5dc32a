import { expect, it } from 'vitest';
import { registrationAbout } from './registration-about.ts';

it('names what tells two registrations at one provider apart', () => {
  expect(registrationAbout({ answers: { sender: 'snd_1', project: 'yes' } })).toBe('snd_1');
  expect(registrationAbout({ answers: { repository: 'aurora/loja', hook: '7' } })).toBe('aurora/loja 7');
  expect(registrationAbout({ answers: { project: 'yes', sender: '' } })).toBe('');
  expect(registrationAbout({ answers: { sender: 'a\u202eb' } })).not.toContain('\u202e');
});
