import {
  RegistrationChange,
  type RegistrationRequest,
  Registrations,
  RegistrationsChecked,
  Unregistered,
  type UnregisterRequest,
} from '@hooktap/protocol';
import type { Requests } from './requests.ts';

type Signal = AbortSignal | undefined;

const path = '/api/registrations';

/** Where providers are told to call. */
export interface RegistrationCalls {
  registrations(signal?: Signal): Promise<Registrations>;
  /** Points a provider at the public URL; with `plan` it only says what that would change. */
  register(request: RegistrationRequest, signal?: Signal): Promise<RegistrationChange>;
  /** What each place is set to now, asked of the providers; changes nothing. */
  checkRegistrations(signal?: Signal): Promise<RegistrationsChecked>;
  /** Points at the public URL at once what is registered and behind it. */
  followRegistrations(signal?: Signal): Promise<Registrations>;
  /** Puts back what was there. */
  unregister(request: UnregisterRequest, signal?: Signal): Promise<Unregistered>;
}

export const registrationCalls = (requests: Requests): RegistrationCalls => ({
  registrations: (signal) => requests.json(Registrations, path, { signal }),
  register: (request, signal) =>
    requests.json(RegistrationChange, path, { method: 'POST', body: request, signal }),
  checkRegistrations: (signal) =>
    requests.json(RegistrationsChecked, `${path}/check`, { method: 'POST', signal }),
  followRegistrations: (signal) => requests.json(Registrations, `${path}/follow`, { method: 'POST', signal }),
  unregister: (request, signal) =>
    requests.json(Unregistered, path, { method: 'DELETE', body: request, signal }),
});
