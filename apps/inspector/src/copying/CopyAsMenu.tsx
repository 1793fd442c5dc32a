import type { EventListItem } from '@hooktap/protocol';
import { copyFormats } from '@hooktap/protocol';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { hostOf } from '../format/addresses.ts';
import { inWords, size } from '../format/measures.ts';
import { visibleLine } from '../format/visible-text.ts';
import { copying } from '../messages/copying/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import { useCommands } from '../state/Commands.tsx';
import { useStatus } from '../state/use-status.ts';
import { isTooLargeToPaste } from './copied-request.ts';
import './copying.css';
import { handlerOrigins } from './origins.ts';

const asCalled = '';

/** The open event as code in one of the languages, where it goes, and whether it may be shown to others. */
export function CopyAsMenu({ item }: { readonly item: EventListItem }) {
  const t = useT();
  const commands = useCommands();
  const status = useStatus();
  const [to, setTo] = useState(asCalled);
  const [safe, setSafe] = useState(false);
  const origins = handlerOrigins(item, status?.targets ?? []);
  const chosen = origins.includes(to) ? to : asCalled;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        className="button ghost icon-only"
        aria-label={t(copying.copyAs)}
        title={t(copying.copyAs)}
      >
        <Icon name="code" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          <DropdownMenu.Label className="menu-label">{t(copying.copyAs)}</DropdownMenu.Label>
          {copyFormats.map((format) => (
            <DropdownMenu.Item
              key={format}
              className="menu-item"
              onSelect={() =>
                commands.copyAs(item.id, format, { safe, ...(chosen !== asCalled && { to: chosen }) })
              }
            >
              {t(copying.format[format])}
              {format === 'curl' && <kbd>Y</kbd>}
            </DropdownMenu.Item>
          ))}
          {isTooLargeToPaste(item.body.size) && (
            <>
              <DropdownMenu.Separator className="menu-rule" />
              <DropdownMenu.Label className="menu-label copy-large">{t(copying.large)}</DropdownMenu.Label>
              <DropdownMenu.Item className="menu-item" onSelect={() => commands.saveBody(item.id)}>
                <Icon name="download" small />
                {t(copying.saveBody, { size: inWords(size(item.body.size, t)) })}
              </DropdownMenu.Item>
            </>
          )}
          {origins.length > 0 && (
            <>
              <DropdownMenu.Separator className="menu-rule" />
              <DropdownMenu.Label className="menu-label">{t(copying.calls)}</DropdownMenu.Label>
              <DropdownMenu.RadioGroup value={chosen} onValueChange={setTo}>
                {[asCalled, ...origins].map((origin) => (
                  <DropdownMenu.RadioItem
                    key={origin}
                    value={origin}
                    className="menu-item"
                    onSelect={(select) => select.preventDefault()}
                  >
                    <span className="cut">
                      {origin === asCalled
                        ? t(copying.asCalled, { host: visibleLine(hostOf(item.url)) })
                        : hostOf(origin)}
                    </span>
                    <DropdownMenu.ItemIndicator className="end">
                      <Icon name="check" small />
                    </DropdownMenu.ItemIndicator>
                  </DropdownMenu.RadioItem>
                ))}
              </DropdownMenu.RadioGroup>
            </>
          )}
          <DropdownMenu.Separator className="menu-rule" />
          <DropdownMenu.CheckboxItem
            className="menu-item"
            checked={safe}
            onCheckedChange={setSafe}
            onSelect={(select) => select.preventDefault()}
          >
            {t(copying.safe)}
            <DropdownMenu.ItemIndicator className="end">
              <Icon name="check" small />
            </DropdownMenu.ItemIndicator>
          </DropdownMenu.CheckboxItem>
          <DropdownMenu.Separator className="menu-rule" />
          <DropdownMenu.Item className="menu-item" onSelect={() => commands.exportEvents({ ids: [item.id] })}>
            <Icon name="download" small />
            {t(copying.export)}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
