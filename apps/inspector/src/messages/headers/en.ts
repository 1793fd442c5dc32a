import { area } from '../message.ts';

/** Headers, and the request as it came over the wire. */
export const headers = area('headers', {
  look: {
    table: 'Table',
    explained: 'Explained',
    raw: 'Raw',
  },
  lookAt: '{title} as',
  readAsUtf8: '(read as UTF-8)',
  none: 'None.',
  name: 'header name',
  value: 'header value',
  request: 'Request',
  requestName: 'request',
  rebuilt:
    'Rebuilt from its parts: order, case and bytes are those of the wire, spaces around values are not kept.',
  rebuiltChunked:
    'Rebuilt from its parts: order, case and bytes are those of the wire, spaces around values are not kept, nor are the borders of its chunks.',
  notUtf8: 'Bytes that are not UTF-8 are shown as �. Hex has them as they came.',
  asText: 'Request as text',
  asHex: 'Request as hex',
});
