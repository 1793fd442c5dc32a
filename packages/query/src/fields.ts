import {
  DeliveryCause,
  DeliveryStatus,
  FailureKind,
  ReplySource,
  Verification,
  Via,
} from '@hooktap/protocol';
import type { ChoiceField, Mark, NumberField, TextField, TimeField } from './query.ts';

/** What a query is asked of: the list of events, the delivery log, or each event at its arrival. */
export type Subject = 'event' | 'delivery' | 'arrival';

export type FieldName = TextField | ChoiceField | NumberField | TimeField | 'is' | 'header' | 'body';

/** What may stand after the colon. */
export type FieldValue =
  | { readonly kind: 'text'; readonly examples: readonly string[] }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'code' | 'count' | 'duration' | 'size' | 'time'; readonly examples: readonly string[] };

export interface Field {
  readonly name: FieldName;
  /** One line for a person. */
  readonly description: string;
  readonly value: FieldValue;
  readonly subjects: readonly Subject[];
}

const everywhere: readonly Subject[] = ['event', 'delivery', 'arrival'];
/** What comes to be only afterwards: by a delivery, or by what a person does. */
const afterwards: readonly Subject[] = ['event', 'delivery'];
const deliveryOnly: readonly Subject[] = ['delivery'];
const text = (...examples: string[]): FieldValue => ({ kind: 'text', examples });
const choice = (choices: readonly string[]): FieldValue => ({ kind: 'choice', choices });

export const marks: readonly Mark[] = ['pinned', 'unread', 'duplicate', 'replayed'];

/** Every field, in the order in which people are told of them. */
export const fields: readonly Field[] = [
  {
    name: 'provider',
    description: 'who sent it, such as zavu or stripe',
    value: text('zavu'),
    subjects: everywhere,
  },
  {
    name: 'type',
    description: "the provider's name for what happened",
    value: text('message.*'),
    subjects: everywhere,
  },
  {
    name: 'status',
    description: 'where the delivery stands',
    value: choice(DeliveryStatus.options),
    subjects: afterwards,
  },
  {
    name: 'code',
    description: "the status code of the handler's last response",
    value: { kind: 'code', examples: ['5xx', '404', '>=400'] },
    subjects: afterwards,
  },
  {
    name: 'failure',
    description: 'why the last attempt got no response',
    value: choice(FailureKind.options),
    subjects: afterwards,
  },
  {
    name: 'reply',
    description: 'where the reply to the sender came from',
    value: choice(ReplySource.options),
    subjects: afterwards,
  },
  {
    name: 'signature',
    description: 'the verdict on the signature',
    value: choice(Verification.shape.verdict.options),
    subjects: everywhere,
  },
  {
    name: 'method',
    description: 'the method of the request',
    value: text('POST', 'GET', 'PUT', 'PATCH', 'DELETE'),
    subjects: everywhere,
  },
  {
    name: 'path',
    description: 'the path of the request, up to the ?',
    value: text('/webhooks/*'),
    subjects: everywhere,
  },
  {
    name: 'header',
    description: 'a header of the request, by its name',
    value: text('abc', '*'),
    subjects: everywhere,
  },
  {
    name: 'body',
    description: 'a value in the JSON or form body, by its path',
    value: text('+1555*', '>10'),
    subjects: everywhere,
  },
  {
    name: 'subject',
    description: 'what the event is about, as the list shows it',
    value: text('read'),
    subjects: everywhere,
  },
  { name: 'endpoint', description: 'the endpoint it came to', value: text('default'), subjects: everywhere },
  {
    name: 'target',
    description: 'the URL it is delivered to',
    value: text('*:3000/*'),
    subjects: deliveryOnly,
  },
  {
    name: 'cause',
    description: 'why the delivery was made',
    value: choice(DeliveryCause.options),
    subjects: deliveryOnly,
  },
  { name: 'is', description: 'marked so', value: choice(marks), subjects: everywhere },
  { name: 'tag', description: 'one of its tags', value: text('bug'), subjects: afterwards },
  {
    name: 'since',
    description: 'at this time or later, or within the last so long',
    value: { kind: 'time', examples: ['15m', '24h', '7d', 'today'] },
    subjects: everywhere,
  },
  {
    name: 'before',
    description: 'earlier than this time, or longer ago',
    value: { kind: 'time', examples: ['15m', '24h', '7d', 'today'] },
    subjects: everywhere,
  },
  {
    name: 'took',
    description: 'how long the handler took',
    value: { kind: 'duration', examples: ['>500ms', '>2s'] },
    subjects: afterwards,
  },
  {
    name: 'size',
    description: 'the size of the body',
    value: { kind: 'size', examples: ['>10kb', '<1mb'] },
    subjects: everywhere,
  },
  {
    name: 'attempts',
    description: 'how many attempts were made',
    value: { kind: 'count', examples: ['>1', '0'] },
    subjects: afterwards,
  },
  { name: 'via', description: 'the way it came in', value: choice(Via.options), subjects: everywhere },
  { name: 'id', description: 'its id, ours or the provider’s', value: text('evt_'), subjects: everywhere },
];

const byName: ReadonlyMap<string, Field> = new Map(fields.map((field) => [field.name, field]));

/** Names are compared without case. */
export const fieldNamed = (name: string): Field | undefined => byName.get(name.toLowerCase());

const marksBySubject: Readonly<Record<Subject, readonly Mark[]>> = {
  event: marks,
  // Of the rest `cause:` says it, or nothing does.
  delivery: ['pinned', 'duplicate'],
  arrival: ['duplicate'],
};

/** Marks that say something of the subject. */
export const marksOf = (subject: Subject): readonly Mark[] => marksBySubject[subject];
