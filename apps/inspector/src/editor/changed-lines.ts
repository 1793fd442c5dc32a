import { type Extension, RangeSetBuilder, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import { visibleLine } from '../format/visible-text.ts';
import { changedLines } from './line-diff.ts';

const MOST_LINES = 5000;
const LONGEST = 60;

/** At the end of a changed line: what stood there before. */
class WasWidget extends WidgetType {
  readonly words: string;
  constructor(words: string) {
    super();
    this.words = words;
  }
  override eq(other: WasWidget): boolean {
    return other.words === this.words;
  }
  toDOM(): HTMLElement {
    const span = document.createElement('span');
    span.className = 'cm-was';
    span.textContent = this.words;
    return span;
  }
}

const edited = Decoration.line({ class: 'cm-edited' });

const look = EditorView.theme({
  '.cm-edited': { background: 'var(--accent-tint)', boxShadow: 'inset 2px 0 var(--accent)' },
  '.cm-was': {
    float: 'right',
    paddingLeft: '16px',
    color: 'var(--text-3)',
    fontFamily: 'var(--sans)',
    fontSize: '11.5px',
  },
});

/** Marks the lines that are unlike those of the original, and says what stood there. */
export function markChanges(original: string, was: (value: string) => string): Extension {
  const before = original.split('\n');
  const marksOf = (doc: Text): DecorationSet => {
    const builder = new RangeSetBuilder<Decoration>();
    if (doc.lines > MOST_LINES || before.length > MOST_LINES) return builder.finish();
    for (const { line, was: value } of changedLines(before, doc.toString().split('\n'))) {
      const { from, to } = doc.line(line);
      builder.add(from, from, edited);
      if (value === null) continue;
      const words = was(visibleLine(value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value));
      builder.add(to, to, Decoration.widget({ widget: new WasWidget(words), side: 1 }));
    }
    return builder.finish();
  };
  const field = StateField.define<DecorationSet>({
    create: (state) => marksOf(state.doc),
    update: (marks, { docChanged, state }) => (docChanged ? marksOf(state.doc) : marks),
    provide: (self) => EditorView.decorations.from(self),
  });
  return [field, look];
}
