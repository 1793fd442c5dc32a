import type { ReplacedKind } from '@hooktap/protocol';

/** A field name as one word: `first_name`, `firstName` and `First-Name` are the same. */
const word = (field: string): string => field.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** Fields whose values say what kind of thing something is; where they look like that, they stay. */
const plainFields =
  /^(type|.*type|event|.*event|eventname|object|kind|status|.*status|state|action|method|mode|channel|.*channel|currency|country|locale|language|lang|timezone|version|apiversion|direction|provider|category|ack|ok|success|platform|source|format|encoding|algorithm|topic|field|messagingproduct)$/;
const identifier = /^[A-Za-z][A-Za-z0-9._:/-]{0,60}$/;
const isoTime = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/;
const mediaType =
  /^(application|audio|font|image|message|model|multipart|text|video)\/[a-z0-9.+-]+(; ?charset=[\w-]+)?$/i;

const secretFields =
  /(token|secret|password|passwd|apikey|accesskey|privatekey|auth|credential|session|cookie|otp|pin)/;
/** Here a short number is somebody's too: a one-time code, a PIN. */
const codeFields = /(otp|^pin$|pincode|passcode|password|passwd|secret|cvv|cvc|onetimecode|verificationcode)/;
/** Where somebody is. */
const placeFields = /(latitude|longitude|^lat$|^lng$|^lon$|^long$)/;
const signatureFields = /(signature|hmac|digest|^sig$|^hash$)/;
const nameFields = /(name|^profile$|^contact$|^author$|^user$|^username$)/;
const phoneFields =
  /(phone|mobile|msisdn|whatsapp|^waid$|jid$|^from$|^to$|^tel|chatid|participant|recipient|sender|^number$|caller)/;

const phone = /^\+?[\d\s().-]{7,22}$/;
const whatsappAddress = /^\+?\d{5,20}(-\d+)?(:\d+)?@[\w.]+$/;
const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
/** RFC 5321, 4.5.3.1; looked for in a long text with many dots it would be looked for from each of them. */
const longestEmail = 320;
const ipAddress = /^(\d{1,3}\.){3}\d{1,3}$|^[0-9a-f]*:[0-9a-f:.]+$/i;

/**
 * What a text is taken for and thus replaced as; null: it may stay. Only what is known to say nothing of anybody
 * stays, so that a field nobody thought of is replaced.
 */
export function kindOf(field: string, value: string): ReplacedKind | null {
  if (/^-?\d+(\.\d+)?$/.test(value)) {
    if (codeFields.test(word(field))) return 'token';
    if (placeFields.test(word(field))) return 'number';
  }
  if (value === '' || /^(true|false|null|undefined|-?\d{1,6}(\.\d{1,6})?)$/.test(value)) return null;
  const name = word(field);
  if (secretFields.test(name)) return 'token';
  if (signatureFields.test(name)) return 'signature';
  if (isoTime.test(value) || mediaType.test(value)) return null;
  if (whatsappAddress.test(value)) return 'phone';
  if (value.length <= longestEmail && email.test(value)) return 'email';
  if (ipAddress.test(value)) return 'address';
  if (/^-?\d+$/.test(value) && !phoneFields.test(name) && isTime(value)) return null;
  if (phone.test(value) && digitsIn(value) >= 7 && digitsIn(value) <= 15) return 'phone';
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) return 'url';
  if (plainFields.test(name) && identifier.test(value)) return null;
  if (nameFields.test(name)) return 'name';
  if (/^[\w.+/=:@|-]{12,}$/.test(value) && /\d/.test(value)) return 'token';
  return 'text';
}

/**
 * Whether a number is somebody's: a code or a place by its field, or long enough, that is neither a time of our days nor
 * under an amount's length.
 */
export function isTellingNumber(field: string, literal: string): boolean {
  const name = word(field);
  if (codeFields.test(name) || placeFields.test(name)) return true;
  const integer = wholeOf(literal);
  if (integer === null || integer.length < 7) return false;
  return phoneFields.test(name) || !isTime(integer);
}

/** The digits of a whole number, also where it is written as `5.5e12` or `7.0`. */
function wholeOf(literal: string): string | null {
  const plain = /^-?(\d+)(?:\.0+)?$/.exec(literal)?.[1];
  if (plain !== undefined) return plain;
  const value = Math.abs(Number(literal));
  return Number.isInteger(value) && value < 1e21 ? String(value) : null;
}

const digitsIn = (text: string): number => text.replaceAll(/\D/g, '').length;

/** Seconds or milliseconds since 1970, from 2001 to 2033. */
const isTime = (digits: string): boolean => /^1\d{9}$|^1\d{12}$/.test(digits);
