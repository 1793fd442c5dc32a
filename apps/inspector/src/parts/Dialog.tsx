import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { parts } from '../messages/parts/en.ts';
import { useT } from '../messages/use-t.ts';
import './dialog.css';
import { Icon } from './Icon.tsx';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly className?: string;
  /** Without a head of its own the title is only heard. */
  readonly hasHead?: boolean;
  readonly children: ReactNode;
}

/** The browser's own dialog: it keeps the focus and gives it back without a style injected. */
export function Dialog({ title, isOpen, onClose, className = '', hasHead = true, children }: DialogProps) {
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  // With what is drawn: a key that comes next is for the dialog.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (isOpen && element && !element.open) {
      element.showModal();
      element.querySelector<HTMLElement>('[data-focus-first]')?.focus();
    }
    if (!isOpen) element?.close();
  }, [isOpen]);
  useLayoutEffect(() => {
    const element = dialog.current;
    // Taken away while it is open it would keep the focus from going back.
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, as the browser has it
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-label={title}
      // With the key itself: the close event comes later, and keys pressed until then would be lost.
      onCancel={(cancel) => {
        if (cancel.target === cancel.currentTarget) onClose();
      }}
      onClose={(close) => {
        if (isOpen && !close.currentTarget.open) onClose();
      }}
      onClick={(click) => {
        // The dialog's own box is filled by its content: a click on it is one outside.
        if (click.target === click.currentTarget) onClose();
      }}
    >
      {isOpen && (
        <div className="dialog-inside">
          {hasHead && (
            <header>
              <h2>{title}</h2>
              {/* No tooltip of ours: it would lie under the dialog. */}
              <button
                type="button"
                className="button ghost icon-only"
                aria-label={t(parts.close)}
                title={t(parts.closeWithKey)}
                onClick={onClose}
              >
                <Icon name="cross" />
              </button>
            </header>
          )}
          {children}
        </div>
      )}
    </dialog>
  );
}
