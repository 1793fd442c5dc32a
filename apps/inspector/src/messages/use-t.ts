import { useSyncExternalStore } from 'react';
import { onViewChange, viewNow } from '../layout/view-settings.ts';
import { type Language, languageFor, languageTags } from './language.ts';
import { english, spokenOf, type Translate, translateInto } from './translate.ts';

const load: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Translate>>> = {
  pt: () => import('./pt.ts').then(({ pt }) => translateInto('pt', spokenOf(pt))),
  es: () => import('./es.ts').then(({ es }) => translateInto('es', spokenOf(es))),
};

const changed = new EventTarget();
let current = english;

function speak(next: Translate): void {
  if (next.language === current.language) return;
  current = next;
  document.documentElement.lang = languageTags[next.language];
  changed.dispatchEvent(new Event('changed'));
}

const wished = () => languageFor(viewNow().language, window.navigator.languages);

/** Speaks the language that is set; where it cannot be loaded, the screen goes on in the one it has. */
async function follow(): Promise<void> {
  const language = wished();
  try {
    const next = language === 'en' ? english : await load[language]();
    // Another may have been chosen while it was loaded.
    if (language === wished()) speak(next);
  } catch {
    // Hooktap is away: asked for again at the next change or load of the page.
  }
}

/** Resolves when the first language is there, so that the page is not painted in another. */
export function startLanguage(): Promise<void> {
  onViewChange(() => void follow());
  window.addEventListener('languagechange', () => void follow());
  return follow();
}

function subscribe(onChange: () => void): () => void {
  changed.addEventListener('changed', onChange);
  return () => changed.removeEventListener('changed', onChange);
}

/** Says messages in the language of the screen, and says them anew when it is changed. */
export function useT(): Translate {
  return useSyncExternalStore(subscribe, () => current);
}
