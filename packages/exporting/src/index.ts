export { type ExportOptions, exportEvents } from './export-events.ts';
export { importEntries } from './reading/import-entries.ts';
export { previewExport } from './share-safe/preview-export.ts';
export { summarizeExport } from './share-safe/summarize-export.ts';
