import { headerValue } from '@hooktap/protocol';
import { wholeSecret } from '../../signature/hmac-scheme.ts';
import type { SignatureScheme } from '../../signature/scheme.ts';

const header = 'X-Telegram-Bot-Api-Secret-Token';

/** core.telegram.org/bots/api#setwebhook: the header repeats `secret_token`. */
export const telegramToken: SignatureScheme = {
  name: 'telegram-secret-token',
  title: 'Telegram secret token',
  docs: 'https://core.telegram.org/bots/api#setwebhook',
  algorithm: 'shared-secret',
  encoding: 'plain',
  headers: ['x-telegram-bot-api-secret-token'],
  signsTime: false,
  signsBody: false,
  signsUrl: false,
  key: wholeSecret,
  claim: (request) => {
    const value = headerValue(request.rawHeaders, header);
    return value === undefined ? null : { signatures: [value] };
  },
  parts: () => [],
  write: (_stamp, token) => [[header, token]],
};
