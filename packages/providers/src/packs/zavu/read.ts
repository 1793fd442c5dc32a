import { epochMs, firstTextAt, joinParts, numberAt, textAt, threadKey } from '../../payload.ts';
import type { PayloadReading, ReadableRequest } from '../../reading.ts';

/** Zavu's envelope: `id`, `type`, `timestamp` (ms), `senderId`, `projectId`, `data`. */
export function readZavu({ json, header }: ReadableRequest): PayloadReading {
  const tool = header('x-zavu-tool');
  if (tool !== undefined) return { eventType: 'agent.tool', subject: `tool ${tool}` };
  const eventType = textAt(json, 'type') ?? header('x-zavu-event');
  const messageId = firstTextAt(json, ['data.messageId', 'data.firstMessageId']);
  return {
    eventType,
    providerEventId: textAt(json, 'id'),
    subject: subjectOf(eventType ?? '', json),
    threadKeys: [
      ...threadKey('message', messageId),
      ...threadKey('conversation', textAt(json, 'data.conversationId')),
      ...threadKey('call', textAt(json, 'data.callId')),
    ],
    status: statusOf(eventType ?? '', json),
    providerTimeMs: epochMs(numberAt(json, 'data.providerTimestamp') ?? numberAt(json, 'timestamp')),
  };
}

function statusOf(eventType: string, json: unknown): string | undefined {
  const status = firstTextAt(json, ['data.status', 'data.currentStatus', 'data.newStatus']);
  const [family = '', word] = eventType.split('.');
  if (status !== undefined) return status;
  return family === 'message' && word !== 'unsupported' ? word : undefined;
}

function subjectOf(eventType: string, json: unknown): string | undefined {
  const family = eventType.split('.')[0];
  if (family === 'invitation') {
    const change = joinArrow(textAt(json, 'data.previousStatus'), textAt(json, 'data.currentStatus'));
    return joinParts(textAt(json, 'data.clientName'), change ?? textAt(json, 'data.status'));
  }
  if (family === 'call') {
    return joinParts(textAt(json, 'data.status'), textAt(json, 'data.from'), textAt(json, 'data.to'));
  }
  if (eventType === 'conversation.new') {
    return joinParts(
      textAt(json, 'data.firstMessageText'),
      firstTextAt(json, ['data.phoneNumber', 'data.email']),
    );
  }
  if (family === 'message') return messageSubject(eventType, json);
  return firstTextAt(json, ['data.status', 'data.name', 'data.domain']);
}

function messageSubject(eventType: string, json: unknown): string | undefined {
  const who = eventType === 'message.inbound' ? textAt(json, 'data.from') : textAt(json, 'data.to');
  const kind = textAt(json, 'data.messageType');
  const text = textAt(json, 'data.text') ?? (kind === undefined || kind === 'text' ? undefined : `[${kind}]`);
  const error = joinParts(textAt(json, 'data.errorCode'), textAt(json, 'data.errorMessage'));
  const status = eventType === 'message.inbound' ? undefined : textAt(json, 'data.status')?.toUpperCase();
  return joinParts(error ? `${status ?? 'FAILED'}: ${error}` : status, text, who);
}

const joinArrow = (from: string | undefined, to: string | undefined): string | undefined =>
  from && to ? `${from} → ${to}` : to;
