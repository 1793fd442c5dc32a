import type { EventId } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { Duplicates, remembered } from './duplicates.ts';

const id = (number: number) => `evt_${String(number).padStart(26, '0')}` as EventId;

it('links what comes again to the first with its key, each endpoint for itself', () => {
  const duplicates = new Duplicates();
  expect(duplicates.seen('a', 'key', id(1))).toBeNull();
  expect(duplicates.seen('a', 'key', id(2))).toBe(id(1));
  expect(duplicates.seen('a', 'key', id(3))).toBe(id(1));
  expect(duplicates.seen('b', 'key', id(4))).toBeNull();
});

it('forgets what could not be kept, and nothing else', () => {
  const duplicates = new Duplicates();
  duplicates.seen('a', 'key', id(1));
  duplicates.seen('a', 'key', id(2));
  duplicates.forget({ endpoint: 'a', dedupeKey: 'key', id: id(2) });
  expect(duplicates.seen('a', 'key', id(3))).toBe(id(1));
  duplicates.forget({ endpoint: 'a', dedupeKey: 'key', id: id(1) });
  expect(duplicates.seen('a', 'key', id(4))).toBeNull();
});

it('puts what an earlier run saw before what this one did', () => {
  const duplicates = new Duplicates();
  duplicates.seen('a', 'key', id(9));
  duplicates.remember({ endpoint: 'a', dedupeKey: 'key', id: id(3), duplicateOf: id(2) });
  duplicates.remember({ endpoint: 'a', dedupeKey: 'key', id: id(4), duplicateOf: id(2) });
  expect(duplicates.seen('a', 'key', id(10))).toBe(id(2));
});

it('remembers so many keys and no more', () => {
  const duplicates = new Duplicates();
  for (let number = 0; number <= remembered; number += 1) duplicates.seen('a', `key ${number}`, id(number));
  expect(duplicates.seen('a', 'key 1', id(20_000))).toBe(id(1));
  expect(duplicates.seen('a', 'key 0', id(20_001))).toBeNull();
});
