import { Buffer } from 'node:buffer';
import { ok, type ProviderApi, refused, startProviderApi } from './provider-api.ts';

/** Empty: none is set. */
export interface TwilioState {
  sms_url: string;
  voice_url: string;
}

export const twilioCredentials = {
  TWILIO_ACCOUNT_SID: 'AC0123456789abcdef0123456789abcdef',
  TWILIO_AUTH_TOKEN: 'tw-auth-83bd02',
} as const;

const account = twilioCredentials.TWILIO_ACCOUNT_SID;
const numberPath = `/2010-04-01/Accounts/${account}/IncomingPhoneNumbers/PN1.json`;
const basic = Buffer.from(`${account}:${twilioCredentials.TWILIO_AUTH_TOKEN}`).toString('base64');

/** One phone number as documented: `GET` and, with a form, `POST …/IncomingPhoneNumbers/PN1.json`. */
export function startTwilioApi(state: TwilioState): Promise<ProviderApi<TwilioState>> {
  return startProviderApi(state, ({ method, path, headers, body }) => {
    if (headers.authorization !== `Basic ${basic}`) {
      return refused(401, { code: 20003, message: 'Authenticate', status: 401 });
    }
    if (path !== numberPath) return refused(404, { code: 20404, message: 'Not found', status: 404 });
    if (method === 'POST') {
      const form = new URLSearchParams(String(body));
      state.sms_url = form.get('SmsUrl') ?? state.sms_url;
      state.voice_url = form.get('VoiceUrl') ?? state.voice_url;
    } else if (method !== 'GET') throw new Error(`Not documented: ${method} ${path}`);
    return ok({ sid: 'PN1', account_sid: account, phone_number: '+15005550006', ...state });
  });
}
