import type { QueryError } from '@hooktap/query';
import { type RefObject, useEffect, useRef } from 'react';

interface QueryMirrorProps {
  readonly text: string;
  readonly fault: QueryError | null;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** Behind the field, the same text unseen: it carries the line under what cannot be read. */
export function QueryMirror({ text, fault, field }: QueryMirrorProps) {
  const mirror = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const input = field.current;
    if (!input) return;
    const follow = () => {
      if (mirror.current) mirror.current.scrollLeft = input.scrollLeft;
    };
    follow();
    input.addEventListener('scroll', follow);
    return () => input.removeEventListener('scroll', follow);
  }, [field, text, fault]);
  if (!fault) return null;
  const end = fault.offset + Math.max(1, fault.length);
  return (
    <span ref={mirror} className="filter-mirror" aria-hidden="true">
      {text.slice(0, fault.offset)}
      <u>{text.slice(fault.offset, end) || '  '}</u>
      {text.slice(end)}
    </span>
  );
}
