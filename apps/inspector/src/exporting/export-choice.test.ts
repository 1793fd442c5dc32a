import type { EventId } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { exportFileName } from './export-choice.ts';

const at = new Date(2026, 10, 21, 9, 5, 7);
const id = 'evt_01kbj40000000000000000000a' as EventId;

it('names files by what is in them and when, and by nothing that was captured', () => {
  expect(exportFileName({ ids: [id] }, { format: 'har', safe: false }, at)).toBe(
    `hooktap-${id}-20261121-090507.har`,
  );
  expect(exportFileName({ ids: [id, id] }, { format: 'html', safe: true }, at)).toBe(
    'hooktap-events-20261121-090507-safe.html',
  );
  expect(exportFileName({ q: '../../etc/passwd\u001b[2J' }, { format: 'ndjson', safe: false }, at)).toBe(
    'hooktap-events-20261121-090507.ndjson',
  );
});
