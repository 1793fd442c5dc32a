import { useState } from 'react';
import { changeView, useView } from '../layout/view-settings.ts';
import { Segments } from '../parts/Segments.tsx';
import { chooseTheme, currentTheme } from '../top-bar/theme.ts';
import { BodySpecimens } from './BodySpecimens.tsx';
import { EventSpecimens } from './EventSpecimens.tsx';
import { PartSpecimens } from './PartSpecimens.tsx';
import { Specimens } from './Specimens.tsx';

const themes = { light: 'Light', dark: 'Dark', system: 'System' } as const;
const densities = { compact: 'Compact', comfortable: 'Comfortable' } as const;
const colours = [
  ...['canvas', 'surface', 'sunken', 'hover', 'selected', 'raised', 'line', 'line-2', 'control'],
  ...['text', 'text-2', 'text-3', 'accent', 'on-accent', 'accent-ink', 'accent-tint'],
  ...['ok', 'ok-tint', 'bad', 'bad-tint', 'warn', 'warn-tint', 'syn-str', 'syn-num'],
  ...['w-queue', 'w-connect', 'w-send', 'w-wait', 'w-receive'],
];

/** Every part of the screen in its states, for those who carry on; served by `vite` alone, never published. */
export function Gallery() {
  const { density } = useView();
  const [theme, setTheme] = useState(currentTheme);
  return (
    <main className="gallery">
      <header className="gallery-head">
        <h1>Parts</h1>
        <Segments
          label="Theme"
          value={theme}
          labels={themes}
          options={['light', 'dark', 'system']}
          onChange={(next) => {
            chooseTheme(next);
            setTheme(next);
          }}
        />
        <Segments
          label="Density"
          value={density}
          labels={densities}
          options={['compact', 'comfortable']}
          onChange={(next) => changeView({ density: next })}
        />
      </header>
      <Specimens of="styles/tokens.css">
        <div className="gallery-colours">
          {colours.map((name) => (
            <span key={name}>
              <i style={{ background: `var(--${name})` }} />
              <code>{name}</code>
            </span>
          ))}
        </div>
      </Specimens>
      <PartSpecimens />
      <EventSpecimens />
      <BodySpecimens />
    </main>
  );
}
