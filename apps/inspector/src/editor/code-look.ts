import { EditorView } from '@codemirror/view';

/** The code editor in the colours of the screen; its styles live in a shadow root of their own. */
export const editorLook = EditorView.theme({
  '&': { height: '100%', fontSize: '12px', color: 'var(--text)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '19px', fontFeatureSettings: '"calt" 0' },
  '.cm-content': { caretColor: 'var(--text)', padding: '8px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': {
    background: 'none',
    border: '0',
    color: 'var(--text-3)',
    fontSize: '11px',
    paddingLeft: '12px',
  },
  '.cm-foldGutter .cm-gutterElement': { cursor: 'pointer' },
  '.cm-foldPlaceholder': {
    border: '1px solid var(--line-2)',
    background: 'var(--sunken)',
    color: 'var(--text-2)',
    padding: '0 4px',
  },
  '.cm-line': { paddingLeft: '10px', paddingRight: '12px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, ::selection': {
    background: 'var(--accent-tint)',
  },
  '.cm-matchingBracket': { background: 'var(--accent-tint)' },
  '.cm-specialChar': { color: 'var(--bad)' },
  '.cm-tooltip': {
    border: '1px solid var(--line-2)',
    borderRadius: 'var(--radius-control)',
    background: 'var(--raised)',
    color: 'var(--text)',
    boxShadow: 'var(--shadow)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', fontSize: '12px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px', lineHeight: '19px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--selected)', color: 'var(--text)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-completionDetail': { color: 'var(--text-3)', fontStyle: 'normal', marginLeft: '12px' },
  '.cm-diagnostic': { fontFamily: 'var(--sans)', fontSize: '12px', padding: '4px 8px', maxWidth: '360px' },
  '.cm-diagnostic-warning': { borderLeft: '3px solid var(--warn)' },
  '.cm-diagnostic-info': { borderLeft: '3px solid var(--control)' },
  '.cm-lintRange-warning, .cm-lintRange-info': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--warn) 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-info': { textDecorationColor: 'var(--control)' },
  '.cm-panel.cm-panel-lint': { background: 'var(--canvas)', color: 'var(--text)' },
  '.cm-panel.cm-panel-lint ul [aria-selected]': { background: 'var(--selected)', color: 'var(--text)' },
});
