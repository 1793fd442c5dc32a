import type { RegistrationOffer } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { missingVariables, openAsks, registerCommand } from './register-command.ts';

const offer = (answered: boolean): RegistrationOffer => ({
  provider: 'zavu',
  title: 'Zavu',
  baseUrl: 'https://api.zavu.dev',
  asks: [
    {
      name: 'key',
      says: 'the API key',
      secret: true,
      environment: 'ZAVUDEV_API_KEY',
      optional: false,
      answered,
    },
    { name: 'sender', says: 'the sender’s id', secret: false, optional: true, answered: false },
    { name: 'project', says: 'the project’s webhook', secret: false, optional: true, answered: false },
    { name: 'instance', says: 'the instance', secret: false, optional: false, answered: false },
  ],
  warnings: [],
});

it('asks for nothing that is a secret', () => {
  expect(openAsks(offer(false)).map(({ name }) => name)).toEqual(['sender', 'project', 'instance']);
});

it('leaves credentials to the person, and what is still to be said too', () => {
  expect(missingVariables(offer(false))).toEqual(['ZAVUDEV_API_KEY']);
  expect(registerCommand(offer(false), { answers: {}, path: '' })).toBe(
    'export ZAVUDEV_API_KEY=…\nnpx hooktap register zavu --instance …',
  );
});

it('is a command of one line whatever was typed', () => {
  const answers = { sender: "a'b; rm -rf ~", project: 'yes', instance: 'I1' };
  expect(registerCommand(offer(true), { answers, path: '/zavu' })).toBe(
    "npx hooktap register zavu --sender 'a'\\''b; rm -rf ~' --project --instance I1 --path /zavu",
  );
});
