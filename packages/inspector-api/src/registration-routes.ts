import {
  RegistrationChange,
  RegistrationRequest,
  Registrations,
  RegistrationsChecked,
  Unregistered,
  UnregisterRequest,
} from '@hooktap/protocol';
import { json } from './answer.ts';
import { outcomeAnswer } from './outcome-answer.ts';
import { type Route, route } from './route.ts';

/** Bodies may bear credentials: they are handed on, and no answer repeats them. */
export const registrationRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/registrations',
    summary: 'Where providers are told to call, and which providers can be',
    answers: Registrations,
    handle: async ({ registrations }) => json(await registrations.list()),
  }),
  route({
    method: 'post',
    path: '/registrations',
    summary: 'Point a provider at the public URL, or say what that would change',
    body: RegistrationRequest,
    answers: RegistrationChange,
    problems: [
      'body-invalid',
      'not-found',
      'registration-invalid',
      'credentials-missing',
      'no-public-url',
      'provider-failed',
    ],
    handle: async ({ registrations }, { body }) => outcomeAnswer(await registrations.register(body)),
  }),
  route({
    method: 'post',
    path: '/registrations/check',
    summary: 'What each registered place is set to now, asked of the providers; changes nothing',
    answers: RegistrationsChecked,
    handle: async ({ registrations }) => json(await registrations.check()),
  }),
  route({
    method: 'post',
    path: '/registrations/follow',
    summary: 'Point at the public URL at once what is registered and behind it',
    answers: Registrations,
    handle: async ({ registrations }) => json(await registrations.followNow()),
  }),
  route({
    method: 'delete',
    path: '/registrations',
    summary: 'Put back what was set at a provider before',
    body: UnregisterRequest,
    bodyOptional: true,
    answers: Unregistered,
    problems: ['body-invalid', 'not-found', 'registration-invalid', 'credentials-missing', 'provider-failed'],
    async handle({ registrations }, { body }) {
      const outcome = await registrations.unregister(body);
      return outcome.ok ? json({ items: outcome.value }) : outcomeAnswer(outcome);
    },
  }),
];
