import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json, jsonLanguage } from '@codemirror/lang-json';
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  syntaxHighlighting,
  syntaxTree,
} from '@codemirror/language';
import { linter, lintKeymap } from '@codemirror/lint';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'react';
import { editor as words } from '../messages/editor/en.ts';
import type { Translate } from '../messages/translate.ts';
import { useT } from '../messages/use-t.ts';
import { markChanges } from './changed-lines.ts';
import { editorLook } from './code-look.ts';
import type { Schema } from './event-schema.ts';
import { schemaProblems } from './schema-check.ts';
import { completeFrom } from './schema-completion.ts';
import './code-editor.css';

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--syn-key)' },
  { tag: tags.string, color: 'var(--syn-str)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--syn-num)' },
  { tag: [tags.punctuation, tags.separator, tags.bracket], color: 'var(--syn-mark)' },
]);

/** Larger texts are not held against the schema while they are typed. */
const CHECKED = 300_000;

interface CodeEditorProps {
  readonly initial: string;
  readonly label: string;
  readonly isJson: boolean;
  /** Lines unlike those of it are marked. */
  readonly original?: string | null;
  /** What events of the type look like: for completion and checking. */
  readonly schema?: Schema | null;
  /** How many places are unlike the schema; null where it is not JSON. */
  readonly onProblems?: (count: number | null) => void;
  readonly onChange: (text: string) => void;
  readonly onSend: () => void;
}

function checking(schema: Schema | null, t: Translate, tell: (count: number | null) => void): Extension {
  if (!schema) return [];
  return [
    jsonLanguage.data.of({ autocomplete: completeFrom(schema) }),
    linter(
      ({ state }) => {
        if (state.doc.length > CHECKED) return [];
        const text = state.doc.toString();
        try {
          JSON.parse(text);
        } catch {
          tell(null);
          return [];
        }
        const problems = schemaProblems(syntaxTree(state), text, schema, t);
        tell(problems.length);
        return [...problems];
      },
      { delay: 300 },
    ),
  ];
}

/** CodeMirror in a shadow root: there its styles are adopted sheets, which the page's policy allows. */
export function CodeEditor({
  initial,
  label,
  isJson,
  original = null,
  schema = null,
  onProblems,
  onChange,
  onSend,
}: CodeEditorProps) {
  const t = useT();
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<{
    readonly view: EditorView;
    readonly checks: Compartment;
    readonly named: Compartment;
  } | null>(null);
  const live = useRef({ onChange, onSend, onProblems, t, label });
  live.current = { onChange, onSend, onProblems, t, label };
  useEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const send = () => {
      live.current.onSend();
      return true;
    };
    const checks = new Compartment();
    const named = new Compartment();
    const view = new EditorView({
      root,
      parent: root as unknown as Element,
      state: EditorState.create({
        doc: initial,
        extensions: [
          keymap.of([
            { key: 'Mod-Enter', run: send },
            ...closeBracketsKeymap,
            ...completionKeymap,
            ...lintKeymap,
            ...foldKeymap,
            ...defaultKeymap,
            ...historyKeymap,
          ]),
          history(),
          lineNumbers(),
          codeFolding(),
          foldGutter(),
          highlightSpecialChars(),
          bracketMatching(),
          closeBrackets(),
          autocompletion({ icons: false }),
          EditorView.lineWrapping,
          syntaxHighlighting(colours),
          editorLook,
          ...(isJson ? [json()] : []),
          checks.of([]),
          original === null
            ? []
            : markChanges(original, (value) => live.current.t(words.body.was, { value })),
          named.of(EditorView.contentAttributes.of({ 'aria-label': live.current.label })),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) live.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    editor.current = { view, checks, named };
    return () => {
      editor.current = null;
      view.destroy();
    };
    // Another language must not take away what was typed.
  }, [initial, isJson, original]);
  useEffect(() => {
    if (!editor.current) return;
    const { view, checks, named } = editor.current;
    const tell = (count: number | null) => live.current.onProblems?.(count);
    view.dispatch({
      effects: [
        checks.reconfigure(isJson ? checking(schema, t, tell) : []),
        named.reconfigure(EditorView.contentAttributes.of({ 'aria-label': label })),
      ],
    });
  }, [schema, isJson, t, initial, label, original]);
  return <div className="code-editor" ref={host} />;
}
