import { useState } from 'react';
import { Button, IconButton } from '../parts/Button.tsx';
import { useConfirm } from '../parts/Confirm.tsx';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Figure } from '../parts/Figure.tsx';
import { Icon, iconNames } from '../parts/Icon.tsx';
import { Segments } from '../parts/Segments.tsx';
import { Specimen, Specimens } from './Specimens.tsx';

const looks = ['plain', 'primary', 'ghost'] as const;

function Buttons() {
  return (
    <>
      <Specimens of="parts/Button">
        {looks.map((look) => (
          <Specimen key={look} as={look}>
            <Button look={look} icon="replay" shortcut="R">
              Replay
            </Button>
            <Button look={look} icon="replay" disabled>
              Replay
            </Button>
          </Specimen>
        ))}
        <Specimen as="words alone">
          <Button>Cancel</Button>
        </Specimen>
      </Specimens>
      <Specimens of="parts/Button: IconButton">
        <Specimen as="with a tooltip">
          <IconButton icon="pin" name="Pin" shortcut="P" />
        </Specimen>
        <Specimen as="disabled">
          <IconButton icon="trash" name="Delete" disabled />
        </Specimen>
      </Specimens>
      <Specimens of="parts/CopyButton">
        {(['button plain', 'button ghost', 'copy-tint'] as const).map((look) => (
          <Specimen key={look} as={look}>
            <CopyButton text="copied from the gallery" what="sample" look={look} />
          </Specimen>
        ))}
        <Specimen as="icon only">
          <CopyButton text="copied from the gallery" what="sample" iconOnly />
        </Specimen>
      </Specimens>
    </>
  );
}

const views = { tree: 'Tree', text: 'Text', hex: 'Hex' } as const;

function Choices() {
  const [view, setView] = useState<keyof typeof views>('tree');
  const [isOpen, setOpen] = useState(false);
  const confirm = useConfirm();
  const question = {
    title: 'Delete what was found',
    text: '12 events match. Those that are pinned stay.',
    yes: 'Delete 12 events',
  };
  return (
    <>
      <Specimens of="parts/Segments">
        <Segments
          label="View"
          value={view}
          labels={views}
          options={['tree', 'text', 'hex']}
          onChange={setView}
        />
      </Specimens>
      <Specimens of="parts/Dialog, parts/Confirm">
        <Button onClick={() => setOpen(true)}>Open a dialog…</Button>
        <Button onClick={() => void confirm(question)}>Ask…</Button>
        <Dialog title="A dialog" isOpen={isOpen} onClose={() => setOpen(false)}>
          <p className="second">It keeps the focus, and gives it back to the button when it shuts.</p>
        </Dialog>
      </Specimens>
      <Specimens of="kbd">
        <span>
          <kbd>G</kbd> <kbd>E</kbd> <kbd>Esc</kbd> <kbd>⌫</kbd>
        </span>
      </Specimens>
      <Specimens of="parts/Figure">
        <Figure measure={{ figure: '84.2', unit: 'ms' }} />
        <Figure measure={{ figure: '1.24', unit: 's' }} />
        <Figure measure={{ figure: '388', unit: 'B' }} />
      </Specimens>
    </>
  );
}

/** What the screen is made of: every part in every state. */
export function PartSpecimens() {
  return (
    <>
      <Buttons />
      <Choices />
      <Specimens of="parts/Icon">
        <div className="gallery-icons">
          {iconNames.map((name) => (
            <span key={name}>
              <Icon name={name} /> <Icon name={name} small /> <span className="quiet">{name}</span>
            </span>
          ))}
        </div>
      </Specimens>
    </>
  );
}
