import type { HandshakeAnswer, HandshakeSettings, ProviderRequest } from '@hooktap/core';
import { readable } from '../describe-request.ts';
import type { ProviderPack } from '../pack.ts';
import { otherHandshakes } from './other-handshakes.ts';

/** By the provider's own handshakes, or all of them, and those that the endpoint asks for by name. */
export function answerHandshake(
  packs: readonly ProviderPack[],
  provider: string | null,
  request: ProviderRequest,
  settings: HandshakeSettings,
): HandshakeAnswer | null {
  const own = packs
    .filter(({ name }) => provider === null || name === provider)
    .flatMap(({ handshakes }) => handshakes);
  const asked = otherHandshakes.filter(({ name }) => settings.also?.includes(name));
  const read = readable(request);
  for (const handshake of [...own, ...asked]) {
    const reply = handshake.answer(read, settings, request);
    if (!reply) continue;
    if (reply.kind === 'refused') return { ...reply, handshake: handshake.name };
    return {
      kind: 'answered',
      handshake: handshake.name,
      statusCode: 200,
      rawHeaders: [
        ['Content-Type', reply.contentType],
        ['X-Content-Type-Options', 'nosniff'],
      ],
      body: reply.body,
      explanation: reply.explanation,
      ...(reply.parts && { parts: reply.parts }),
    };
  }
  return null;
}
