import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'react';

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--syn-key)' },
  { tag: tags.string, color: 'var(--syn-str)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--syn-num)' },
  { tag: [tags.punctuation, tags.separator, tags.bracket], color: 'var(--syn-mark)' },
]);

const look = EditorView.theme({
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
  '.cm-line': { paddingLeft: '10px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, ::selection': {
    background: 'var(--accent-tint)',
  },
  '.cm-matchingBracket': { background: 'var(--accent-tint)' },
  '.cm-specialChar': { color: 'var(--bad)' },
});

interface CodeEditorProps {
  readonly initial: string;
  readonly label: string;
  readonly isJson: boolean;
  readonly onChange: (text: string) => void;
  readonly onSend: () => void;
}

/** CodeMirror in a shadow root: there its styles are adopted sheets, which the page's policy allows. */
export function CodeEditor({ initial, label, isJson, onChange, onSend }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const live = useRef({ onChange, onSend });
  live.current = { onChange, onSend };
  useEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const send = () => {
      live.current.onSend();
      return true;
    };
    const view = new EditorView({
      root,
      parent: root as unknown as Element,
      state: EditorState.create({
        doc: initial,
        extensions: [
          keymap.of([{ key: 'Mod-Enter', run: send }, ...defaultKeymap, ...historyKeymap]),
          history(),
          lineNumbers(),
          highlightSpecialChars(),
          bracketMatching(),
          EditorView.lineWrapping,
          syntaxHighlighting(colours),
          look,
          ...(isJson ? [json()] : []),
          EditorView.contentAttributes.of({ 'aria-label': label }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) live.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    return () => view.destroy();
  }, [initial, label, isJson]);
  return <div className="code-editor" ref={host} />;
}
