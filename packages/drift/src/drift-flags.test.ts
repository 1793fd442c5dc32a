import type { DriftFlag, EventId } from '@hooktap/protocol';
import { describe, expect, it } from 'vitest';
import { flagsOf } from './drift-flags.ts';
import { eventNovelty } from './event-novelty.ts';
import { fieldPath } from './field-path.ts';
import { TypeHistory } from './type-history.ts';

const hour = 3_600_000;
const idOf = (index: number) => `evt_${String(index).padStart(26, '0')}` as EventId;

/** One body an hour, the last one now. */
function historyOf(bodies: readonly unknown[]): TypeHistory {
  const history = new TypeHistory();
  for (const [index, body] of bodies.entries()) {
    history.see({ id: idOf(index), seq: index + 1, at: index * hour }, JSON.stringify(body));
  }
  return history;
}

function flagsIn(history: TypeHistory): Record<string, readonly DriftFlag[]> {
  const { events, records } = history;
  const now = (events.length - 1) * hour;
  return Object.fromEntries(
    [...records.values()].flatMap((record) => {
      const flags = flagsOf(record, records, { events, now });
      return flags.length > 0 ? [[fieldPath(record.node), flags]] : [];
    }),
  );
}

const times = (count: number, body: unknown) => Array.from({ length: count }, () => body);
const flagged = (...bodies: readonly (readonly unknown[])[]) => flagsIn(historyOf(bodies.flat()));

describe('flagsOf', () => {
  it('says new after five events without it, where it came in the last day or twenty events', () => {
    expect(flagged(times(5, { a: 1 }), [{ a: 1, b: 1 }])).toMatchObject({
      b: [{ kind: 'new', eventId: idOf(5), before: 5 }],
    });
    expect(flagged(times(4, { a: 1 }), [{ a: 1, b: 1 }])).toEqual({});
    expect(flagged(times(5, { a: 1 }), times(24, { a: 1, b: 1 }))).toMatchObject({ b: [{ kind: 'new' }] });
    expect(flagged(times(5, { a: 1 }), times(30, { a: 1, b: 1 }))).toEqual({});
  });

  it('reckons a field by the events that have what it stands in', () => {
    const without = times(30, { a: 1 });
    expect(flagged(without, times(4, { o: { x: 1 } }), [{ o: { x: 1, y: 1 } }])).not.toHaveProperty('o.y');
    expect(flagged(times(5, { o: { x: 1 } }), without, [{ o: { x: 1, y: 1 } }])).toMatchObject({
      'o.y': [{ kind: 'new', before: 5 }],
    });
    // What is new brings its fields along; they are not told one by one.
    expect(Object.keys(flagged(times(9, { a: 1 }), [{ a: 1, o: { x: { y: 1 } } }]))).toEqual(['o']);
    expect(Object.keys(flagged(times(9, { l: [] }), [{ l: [{ x: 1 }] }]))).toEqual([]);
  });

  it('says missing where it was usual and the newest twenty, or the newer half, lack it', () => {
    expect(flagged(times(40, { a: 1, b: 1 }), times(20, { a: 1 }))).toEqual({
      b: [{ kind: 'missing', had: 40, of: 40, recent: 20 }],
    });
    expect(flagged(times(5, { a: 1, b: 1 }), times(5, { a: 1 }))).toMatchObject({ b: [{ kind: 'missing' }] });
    expect(flagged(times(40, { a: 1, b: 1 }), times(19, { a: 1 }))).toEqual({});
    expect(flagged(times(10, { a: 1 }), times(90, { a: 1, b: 1 }), times(20, { a: 1 }))).toEqual({});
    expect(flagged(times(30, { a: 1, b: 1 }), times(100, { a: 1 }))).toMatchObject({
      b: [{ kind: 'missing', had: 30, of: 30, recent: 100 }],
    });
    expect(flagged(times(30, { a: 1, b: 1 }), times(101, { a: 1 }))).toEqual({});
    // Fields of what is missing are not told one by one.
    expect(Object.keys(flagged(times(30, { a: 1, o: { x: 1 } }), times(20, { a: 1 })))).toEqual(['o']);
  });

  it('says retyped where a kind comes that was never there; an integer among numbers is none', () => {
    expect(flagged(times(6, { a: 'x' }), [{ a: 1 }])).toMatchObject({
      a: [{ kind: 'retyped', from: ['string'], to: ['integer'], before: 6 }],
    });
    expect(flagged(times(6, { a: 'x' }), [{ a: null }])).toMatchObject({ a: [{ to: ['null'] }] });
    expect(flagged(times(6, { a: 1 }), [{ a: 1.5 }])).toMatchObject({
      a: [{ from: ['integer'], to: ['number'] }],
    });
    expect(flagged(times(6, { a: 1.5 }), [{ a: 1 }])).toEqual({});
    expect(flagged(times(6, { l: ['x'] }), [{ l: [1] }])).toMatchObject({ 'l[]': [{ to: ['integer'] }] });
    expect(flagged(times(4, { a: 'x' }), [{ a: 1 }])).toEqual({});
  });

  it('tells the same whether events came in order or not, and after keys were folded', () => {
    const bodies = [...times(8, { a: 'x', m: { k0: 1 } }), { a: 1, b: 2 }];
    const grown = historyOf(bodies);
    expect(flagsIn(grown)).toHaveProperty('b');
    const more = Array.from({ length: 100 }, (_, index) => ({ a: 1, b: 2, m: { [`k${index}`]: 1 } }));
    for (const [index, body] of more.entries()) {
      grown.see({ id: idOf(index + 9), seq: index + 10, at: (index + 9) * hour }, JSON.stringify(body));
      if (index % 30 === 0) flagsIn(grown);
    }
    expect(flagsIn(grown)).toEqual(flagsIn(historyOf([...bodies, ...more])));
    const backwards = new TypeHistory();
    for (const [index, body] of [...[...bodies, ...more].entries()].toReversed()) {
      backwards.see({ id: idOf(index), seq: index + 1, at: index * hour }, JSON.stringify(body));
    }
    expect(flagsIn(backwards)).toEqual(flagsIn(grown));
  });
});

describe('eventNovelty', () => {
  it('says what an event has that none before it had', () => {
    const history = historyOf([...times(5, { a: 'x' }), { a: 1, b: { c: 1 } }, { a: 1, b: { c: 1 } }]);
    expect(eventNovelty(history, idOf(5))).toEqual({
      compared: 5,
      newFields: ['b'],
      retypedFields: [{ path: 'a', to: ['integer'] }],
    });
    expect(eventNovelty(history, idOf(6))).toEqual({ compared: 6, newFields: [], retypedFields: [] });
    expect(eventNovelty(history, idOf(4))).toMatchObject({ compared: null });
    expect(eventNovelty(history, idOf(99))).toMatchObject({ compared: null });
  });
});
