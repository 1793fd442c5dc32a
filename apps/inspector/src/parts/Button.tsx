import { Tooltip } from 'radix-ui';
import type { ComponentProps } from 'react';
import './button.css';
import { Icon, type IconName } from './Icon.tsx';

interface ButtonProps extends ComponentProps<'button'> {
  readonly icon?: IconName;
  readonly look?: 'plain' | 'primary' | 'ghost';
  readonly shortcut?: string;
}

export function Button({ icon, look = 'plain', shortcut, children, className = '', ...rest }: ButtonProps) {
  return (
    <button type="button" className={`button ${look} ${className}`} {...rest}>
      {icon && <Icon name={icon} small />}
      {children}
      {shortcut && <kbd>{shortcut}</kbd>}
    </button>
  );
}

interface IconButtonProps extends ComponentProps<'button'> {
  readonly icon: IconName;
  readonly name: string;
  readonly shortcut?: string;
}

/** An icon alone: named for those who hear it, a tooltip with the key for those who see it. */
export function IconButton({ icon, name, shortcut, className = '', ...rest }: IconButtonProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>
        <button type="button" className={`button ghost icon-only ${className}`} aria-label={name} {...rest}>
          <Icon name={icon} />
        </button>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="tooltip" sideOffset={4} collisionPadding={8}>
          {name}
          {shortcut && <kbd>{shortcut}</kbd>}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
