/** The digits of a decimal that count and the power of ten behind them. */
function digitsOf(token: string): readonly [digits: string, power: number] {
  const [, whole = '', fraction = '', exponent = '0'] =
    /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(token) ?? [];
  const all = `${whole}${fraction}`.replace(/^0+/, '');
  const digits = all.replace(/0+$/, '');
  return [digits, digits === '' ? 0 : Number(exponent) - fraction.length + (all.length - digits.length)];
}

/**
 * Whether a number of JSON says what JavaScript reads and writes again for it: `1.10` does for `1.1`, `1e400` and
 * twenty digits do not.
 */
export function isExactly(number: number, token: string): boolean {
  if (!Number.isFinite(number)) return false;
  const [digits, power] = digitsOf(token);
  const [read, readPower] = digitsOf(String(number));
  return digits === read && power === readPower && !(Object.is(number, -0) && token.startsWith('-'));
}
