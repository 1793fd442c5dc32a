import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { visibleLine } from '../format/visible-text.ts';
import { changeView, useView } from '../layout/view-settings.ts';
import { notices } from '../messages/notices/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import { useSavedViews } from '../views/use-views.ts';
import type { Wish } from './due-notice.ts';
import { playTone } from './soft-tone.ts';
import { wishNotices } from './wish-notices.ts';

const keyOf = (wish: Wish) => (wish.kind === 'view' ? `view ${wish.q}` : wish.kind);

/** Of what the browser shall tell; it is asked for permission only once something is chosen here. */
export function NoticesMenu() {
  const t = useT();
  const { notices: wish, noticeSound } = useView();
  const { views } = useSavedViews();
  const [isRefused, setRefused] = useState(false);
  const wishes: readonly (readonly [Wish, string])[] = [
    [{ kind: 'off' }, t(notices.off)],
    [{ kind: 'failures' }, t(notices.failures)],
    [{ kind: 'all' }, t(notices.all)],
    ...views.map(({ name, q }): readonly [Wish, string] => [
      { kind: 'view', q },
      t(notices.view, { name: visibleLine(name) }),
    ]),
  ];
  const choose = async (next: Wish) => {
    setRefused(!(await wishNotices(next)));
  };
  const isOn = wish.kind !== 'off';
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        className={`button ghost icon-only ${isOn ? 'pressed' : ''}`}
        aria-label={t(notices.label)}
        title={t(notices.label)}
      >
        <Icon name="bell" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          <DropdownMenu.Label className="menu-label">{t(notices.about)}</DropdownMenu.Label>
          <DropdownMenu.RadioGroup
            value={keyOf(wish)}
            onValueChange={(key) => {
              const next = wishes.find(([one]) => keyOf(one) === key);
              if (next) void choose(next[0]);
            }}
          >
            {wishes.map(([one, label]) => (
              <DropdownMenu.RadioItem
                key={keyOf(one)}
                value={keyOf(one)}
                className="menu-item"
                // It stays open, to say where the browser refuses.
                onSelect={(select) => select.preventDefault()}
              >
                {label}
                <DropdownMenu.ItemIndicator className="end">
                  <Icon name="check" small />
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Separator className="menu-rule" />
          <DropdownMenu.CheckboxItem
            className="menu-item"
            checked={noticeSound}
            disabled={!isOn}
            onSelect={(select) => select.preventDefault()}
            onCheckedChange={(checked) => {
              changeView({ noticeSound: checked });
              if (checked) playTone();
            }}
          >
            {t(notices.sound)}
            <DropdownMenu.ItemIndicator className="end">
              <Icon name="check" small />
            </DropdownMenu.ItemIndicator>
          </DropdownMenu.CheckboxItem>
          <DropdownMenu.Label className="menu-label notices-note">
            {isRefused ? <span className="bad">{t(notices.refused)}</span> : t(notices.away)}
          </DropdownMenu.Label>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
