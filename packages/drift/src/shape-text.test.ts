import { parseQuery } from '@hooktap/query';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { typeName } from './code-text.ts';
import { type DescribedType, describedType } from './described-type.ts';
import { fieldQuery } from './field-path.ts';
import { joinedTypes } from './joined-type.ts';
import { Shape } from './shape.ts';
import { shapeText } from './shape-text.ts';

function shapeOf(bodies: readonly unknown[]): Shape {
  const shape = new Shape();
  for (const [order, body] of bodies.entries()) shape.see(JSON.stringify(body), { eventId: null, order });
  return shape;
}
const typeOf = (...bodies: readonly unknown[]): DescribedType => describedType(shapeOf(bodies).root);

const bodies = [
  {
    id: '0b0e8f6e-0000-4000-8000-000000000000',
    sentAt: '2026-11-21T10:00:00Z',
    amount: 10,
    'odd key': null,
    to: [{ phone: '+5511999990000', name: 'Ana' }, { phone: '+5511888880000' }],
    marks: { '5511999990000': true },
  },
  { id: '1b0e8f6e-0000-4000-8000-000000000000', sentAt: '2026-11-21T10:00:01Z', amount: 1.5, to: [] },
];

const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc
    .date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-01-01') })
    .map((date) => date.toISOString()),
  fc.emailAddress(),
  fc.webUrl(),
  fc.uuid(),
  fc.constantFrom('+5511999990000', '2024-02-29', 1e19),
);
const key = fc.oneof(
  fc.constantFrom('a', 'b', 'constructor', '5511999990000', '*/', '"', "'", '`', '\u2028', '\u202e', '\n'),
  fc.string(),
);
const body = fc.dictionary(key, value, { noNullPrototype: true });

describe('shapeText', () => {
  it('writes TypeScript', () => {
    expect(shapeText('typescript', typeOf(...bodies), 'Sent', 2)).toBe(`/** As seen in 2 bodies. */
export type Sent = {
  /** A UUID. */
  id: string;
  /** A time, ISO 8601. */
  sentAt: string;
  amount: number;
  "odd key"?: null;
  to: Array<{
    /** A phone number, E.164. */
    phone: string;
    name?: string;
  }>;
  marks?: Record<string, boolean>;
};
`);
  });

  it('writes JSON Schema', () => {
    expect(JSON.parse(shapeText('json-schema', typeOf(...bodies), 'Sent', 2))).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Sent',
      description: 'As seen in 2 bodies.',
      type: 'object',
      properties: {
        id: { type: 'string', format: 'uuid', description: 'A UUID.' },
        sentAt: { type: 'string', format: 'date-time', description: 'A time, ISO 8601.' },
        amount: { type: 'number' },
        'odd key': { type: 'null' },
        to: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              phone: { type: 'string', description: 'A phone number, E.164.' },
              name: { type: 'string' },
            },
            required: ['phone'],
          },
        },
        marks: { type: 'object', additionalProperties: { type: 'boolean' } },
      },
      required: ['id', 'sentAt', 'amount', 'to'],
    });
  });

  it('writes zod', () => {
    expect(shapeText('zod', typeOf(...bodies), 'Sent', 2)).toBe(`import { z } from 'zod';

/** As seen in 2 bodies. */
export const Sent = z.object({
  /** A UUID. */
  id: z.guid(),
  /** A time, ISO 8601. */
  sentAt: z.iso.datetime({ offset: true }),
  amount: z.number(),
  "odd key": z.null().optional(),
  to: z.array(z.object({
    /** A phone number, E.164. */
    phone: z.string(),
    name: z.string().optional(),
  })),
  marks: z.record(z.string(), z.boolean()).optional(),
});
export type Sent = z.infer<typeof Sent>;
`);
  });

  it('says null, unions and integers beyond 2^53', () => {
    const shape = new Shape();
    shape.see('{"a":12345678901234567890,"b":null,"c":"x"}', { eventId: null, order: 0 });
    shape.see('{"a":1,"b":{"n":1},"c":[2]}', { eventId: null, order: 1 });
    const type = describedType(shape.root);
    const typescript = shapeText('typescript', type, 'T', 2);
    expect(typescript).toContain('  /** Beyond 2^53: JSON.parse rounds it. */\n  a: number;');
    expect(typescript).toContain('  c: string | Array<number>;');
    expect(shapeText('zod', type, 'T', 2)).toContain('b: z.object({\n    n: z.int(),\n  }).nullable(),');
    expect(JSON.parse(shapeText('json-schema', type, 'T', 2))).toMatchObject({
      properties: { c: { anyOf: [{ type: 'string' }, { type: 'array' }] } },
    });
  });

  it('writes schemas that take every body that was seen', () => {
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 6 }), (seen) => {
        // Zod takes what an object inherits for its own.
        fc.pre(!seen.some((one) => Object.keys(one).some((name) => name in Object.prototype)));
        const type = typeOf(...seen);
        const zod = zodOf(shapeText('zod', type, 'T', 1));
        // Here zod refuses integers that JSON Schema takes.
        const written = shapeText('json-schema', type, 'T', 1).replaceAll('"integer"', '"number"');
        const schema = z.fromJSONSchema(JSON.parse(written));
        for (const one of seen) {
          const again: unknown = JSON.parse(JSON.stringify(one));
          expect(zod.safeParse(again).error).toBeUndefined();
          expect(schema.safeParse(again).error).toBeUndefined();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lets nothing out of a body into code but as a quoted name', () => {
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 3 }), (seen) => {
        const type = typeOf(...seen);
        for (const format of ['typescript', 'zod', 'json-schema'] as const) {
          const text = shapeText(format, type, 'T', 1);
          expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
          const bare = text.replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
          expect(bare).toMatch(/^[\w\s$"'{}()[\]<>|,.;:?/*=^@-]*$/);
        }
      }),
    );
  });

  it('does not set a prototype by a key of that name', () => {
    const text = shapeText('zod', typeOf(JSON.parse('{"__proto__":{"a":1},"b":2}')), 'T', 1);
    expect(text).toContain("['__proto__']: z.object({");
    expect(zodOf(text).safeParse({ b: 'x' }).success).toBe(false);
    const schema = JSON.parse(shapeText('json-schema', typeOf(JSON.parse('{"__proto__":{"a":1}}')), 'T', 1));
    expect(Object.keys(schema.properties)).toEqual(['__proto__']);
  });
});

describe('joinedTypes', () => {
  it('takes what either has, and what one lacks as optional', () => {
    const joined = joinedTypes(typeOf({ a: 1, b: 'x', l: [] }), typeOf({ a: 1.5, b: null, c: {}, l: [1] }));
    expect(shapeText('typescript', joined, 'T', 2)).toContain(`{
  a: number;
  b: string | null;
  l: Array<number>;
  c?: Record<string, unknown>;
}`);
  });
});

describe('typeName', () => {
  it('is an identifier, whatever the names are', () => {
    expect(typeName('zavu', 'message.inbound')).toBe('ZavuMessageInbound');
    expect(typeName(null, null)).toBe('EventBody');
    fc.assert(
      fc.property(fc.option(fc.string()), fc.option(fc.string()), (provider, eventType) => {
        expect(typeName(provider, eventType)).toMatch(/^[A-Za-z]\w*$/);
      }),
    );
  });
});

it.each(['record', 'array', 'event', 'date', 'z', 'Promise'])(
  '%s names no type of the language',
  (eventType) => {
    const name = typeName(null, eventType);
    expect(name).toMatch(/Event(?:Body)?$/);
    const text = shapeText('typescript', typeOf({ many: [{}], map: {} }), name, 1);
    expect(text).toContain('Array<Record<string, unknown>>');
    expect(text).not.toMatch(/type (?:Record|Array) /);
  },
);

describe('fieldQuery', () => {
  it('can be read as a query, whatever the keys are', () => {
    fc.assert(
      fc.property(body, (one) => {
        for (const node of shapeOf([one]).fields()) {
          const q = fieldQuery(node);
          if (q !== null) expect(parseQuery(q, { now: 0 })).toMatchObject({ ok: true });
        }
      }),
    );
  });
});

/** The schema that the module makes. */
function zodOf(text: string): z.ZodType {
  const written = /= ([\s\S]*);\nexport type/.exec(text)?.[1] ?? '';
  return new Function('z', `return ${written}`)(z) as z.ZodType;
}
