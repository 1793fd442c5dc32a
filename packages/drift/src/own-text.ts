/** A copy of its own: a piece cut out of a text keeps all of that text in memory. */
export const ownText = (piece: string): string => Buffer.from(piece, 'utf16le').toString('utf16le');
