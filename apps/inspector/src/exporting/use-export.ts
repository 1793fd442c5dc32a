import type { ExportPreview, ExportSummary, FileFormat } from '@hooktap/protocol';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { problemOf, useHooktap } from '../connection/hooktap.ts';
import { type ExportChoice, exportFileName } from './export-choice.ts';
import { gather, saveBlob } from './gather.ts';

/** The preview counts in so many events; the file is made of all. */
const looksAt = 1000;

export interface Leaving {
  readonly preview: ExportPreview | undefined;
  readonly summary: ExportSummary | undefined;
  /** What Hooktap says against it. */
  readonly problem: unknown;
}

/** What is about to leave: the first events value by value, then how much of what kind there is. */
export function useLeaving(choice: ExportChoice, format: FileFormat): Leaving {
  const hooktap = useHooktap();
  const options = { gcTime: 0, staleTime: Number.POSITIVE_INFINITY, retry: false } as const;
  const preview = useQuery({
    queryKey: ['export', 'preview', choice, format],
    queryFn: ({ signal }) => hooktap.exportPreview({ ...choice, format }, signal),
    ...options,
  });
  const summary = useQuery({
    queryKey: ['export', 'summary', choice, format],
    queryFn: ({ signal }) => hooktap.exportSummary({ ...choice, safe: true, format, most: looksAt }, signal),
    enabled: preview.isSuccess,
    ...options,
  });
  return {
    preview: preview.data,
    summary: summary.data,
    problem: problemOf(preview.error ?? summary.error),
  };
}

export type Download =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly bytes: number }
  | { readonly kind: 'saved'; readonly fileName: string }
  | { readonly kind: 'broken'; readonly error: unknown };

/** Fetches the file and saves it, once it is whole. */
export function useDownload(choice: ExportChoice) {
  const hooktap = useHooktap();
  const [download, setDownload] = useState<Download>({ kind: 'idle' });
  const ending = useRef<AbortController | null>(null);
  useEffect(() => () => ending.current?.abort(), []);
  const start = async (format: FileFormat, safe: boolean): Promise<void> => {
    const control = new AbortController();
    ending.current = control;
    const fileName = exportFileName(choice, { format, safe }, new Date());
    setDownload({ kind: 'running', bytes: 0 });
    try {
      const stream = await hooktap.exportEvents({ ...choice, format, safe }, control.signal);
      const blob = await gather(stream, (bytes) => setDownload({ kind: 'running', bytes }));
      saveBlob(blob, fileName);
      setDownload({ kind: 'saved', fileName });
    } catch (error) {
      if (!control.signal.aborted) setDownload({ kind: 'broken', error });
    }
  };
  return { download, start };
}
