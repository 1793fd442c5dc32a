import { Buffer } from 'node:buffer';
import { textAt } from '../../payload.ts';
import type { Answers, Call, Registration, Slot } from '../../register/registration.ts';

function call(method: Call['method'], answers: Answers, fields?: Record<string, string>): Call {
  const account = encodeURIComponent(answers['account'] ?? '');
  const basic = Buffer.from(`${answers['account'] ?? ''}:${answers['token'] ?? ''}`).toString('base64');
  return {
    method,
    path: `/2010-04-01/Accounts/${account}/IncomingPhoneNumbers/${encodeURIComponent(answers['number'] ?? '')}.json`,
    headers: [['Authorization', `Basic ${basic}`]],
    ...(fields ? { body: { kind: 'form' as const, fields } } : {}),
  };
}

const urls = [
  ['sms', 'messages to the number', 'SmsUrl', 'sms_url'],
  ['voice', 'calls to the number', 'VoiceUrl', 'voice_url'],
] as const;

const slots: readonly Slot[] = urls.map(([name, says, parameter, field]) => ({
  name,
  says: `the URL for ${says}`,
  read: (answers) => call('GET', answers),
  current: (response) =>
    textAt(response, 'sid') === undefined ? null : { url: textAt(response, field) ?? null, rest: {} },
  point: (answers, url) => call('POST', answers, { [parameter]: url }),
  restore: (answers, before) => call('POST', answers, { [parameter]: before.url ?? '' }),
}));

/** twilio.com/docs/phone-numbers/api/incomingphonenumber-resource. */
export const twilioRegistration: Registration = {
  baseUrl: 'https://api.twilio.com',
  baseUrlEnvironment: 'TWILIO_BASE_URL',
  asks: [
    { name: 'account', says: 'the account’s SID, AC…', secret: false, environment: 'TWILIO_ACCOUNT_SID' },
    { name: 'token', says: 'the auth token', secret: true, environment: 'TWILIO_AUTH_TOKEN' },
    { name: 'number', says: 'the phone number’s SID, PN… (--number)', secret: false },
    {
      name: 'urls',
      says: 'sms, voice, or both with a comma (sms unless said)',
      secret: false,
      optional: true,
    },
  ],
  slots: (answers) => {
    const wanted = (answers['urls'] ?? 'sms').split(',').map((name) => name.trim());
    return slots.filter(({ name }) => wanted.includes(name));
  },
  warnings: ['A number in a Messaging Service ignores its own SMS URL.'],
};
