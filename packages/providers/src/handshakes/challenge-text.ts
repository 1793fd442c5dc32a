/**
 * A challenge that is safe to echo: it goes back to whoever asks, so it must not be able to be a page or
 * a script, whatever a browser makes of the content type.
 */
export const safeChallenge = (text: string): boolean => /^[\w.~+/=-]{1,512}$/.test(text);
