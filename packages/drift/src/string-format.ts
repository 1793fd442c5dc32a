/** What strings of a field have in common, as far as it has a name. `url` is absolute, with http or https. */
export type StringFormat = 'date-time' | 'date' | 'uuid' | 'email' | 'url' | 'phone' | 'digits';

const longest = 300;

/** Undefined where it is none of them. Never says more than JSON Schema and zod mean by the same word. */
export function stringFormat(text: string): StringFormat | undefined {
  if (text.length === 0 || text.length > longest) return undefined;
  const first = text.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) {
    if (/^\d+$/.test(text)) return 'digits';
    if (isDateTime(text)) return 'date-time';
    if (isDate(text)) return 'date';
  }
  if (first === 0x2b && /^\+[1-9]\d{6,14}$/.test(text)) return 'phone';
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return 'uuid';
  if (/^https?:\/\/[\w.-]+(?::\d+)?(?:[/?#][\x21-\x7e]*)?$/i.test(text) && URL.canParse(text)) return 'url';
  return isEmail(text) ? 'email' : undefined;
}

function isDateTime(text: string): boolean {
  const match = /^([\d-]{10})T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(?:Z|[+-](\d\d):(\d\d))$/.exec(text);
  if (!match) return false;
  const [, date = '', hour, minute, second, offsetHour = '0', offsetMinute = '0'] = match;
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  return isTime && Number(offsetHour) < 24 && Number(offsetMinute) < 60 && isDate(date);
}

function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12) return false;
  // A leap year in place of the first century, which Date takes for the twentieth.
  const days = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  return day >= 1 && day <= days;
}

const isEmail = (text: string): boolean =>
  /^[\w+-]+(?:\.[\w+-]+)*@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/.test(text);
