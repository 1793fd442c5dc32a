const fields =
  /^(?:.*[_-])?(?:id|ids|uuid|guid|nonce|time|timestamp|date|datetime|created|updated|sent|received|expires|sequence|seq|etag|momment|moment)$/i;
const camel = /[a-z0-9](?:Id|ID|Ids|At|Time|Date|Timestamp|Uuid)$/;
const headers =
  /^(?:date|age|etag|traceparent|tracestate|cf-ray|last-modified|idempotency-key|hooktap-.*|.*-(?:id|signature|timestamp|time|sha256|nonce))$/i;

/** Whether a field of its name differs in any two messages, so that its difference says nothing. */
export const fieldAlwaysChanges = (key: string): boolean => fields.test(key) || camel.test(key);

export const headerAlwaysChanges = (name: string): boolean => headers.test(name);
