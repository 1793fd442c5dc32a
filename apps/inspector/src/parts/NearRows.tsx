import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** Fewer are simply there. */
const TOGETHER = 60;
/** Until a stretch has been in sight once, for the scroll bar. */
const ROW_GUESS = 30;
/** Stretches that are put on paper. */
const PRINTED_AT_MOST = 50;

type List = 'dl' | 'ol';

interface NearRowsProps {
  readonly as: List;
  readonly className: string;
  readonly count: number;
  readonly row: (index: number) => ReactNode;
}

interface StretchProps extends Omit<NearRowsProps, 'count'> {
  readonly from: number;
  readonly to: number;
}

/** Whether rows are to be there, and what height stands for them where they are not. */
function useNearness(box: RefObject<HTMLElement | null>, first: boolean, prints: boolean, guess: number) {
  const [near, setNear] = useState<{ readonly isNear: boolean; readonly height: number }>({
    isNear: first,
    height: guess,
  });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    // What a person opened in it is not folded up behind their back.
    let isUsed = false;
    const onUse = () => {
      isUsed = true;
    };
    element.addEventListener('click', onUse);
    const observer = new IntersectionObserver(
      (entries) => {
        const isNear = isUsed || (entries.at(-1)?.isIntersecting ?? false);
        // What had its rows until now keeps their height.
        setNear((before) =>
          before.isNear === isNear ? before : { isNear, height: element.offsetHeight || before.height },
        );
      },
      { rootMargin: '800px 0px' },
    );
    observer.observe(element);
    const paper = window.matchMedia('print');
    // The browser lays the page out for paper as soon as it has told of it.
    const onPaper = () => {
      if (prints && paper.matches) flushSync(() => setNear((before) => ({ ...before, isNear: true })));
    };
    paper.addEventListener('change', onPaper);
    return () => {
      observer.disconnect();
      element.removeEventListener('click', onUse);
      paper.removeEventListener('change', onPaper);
    };
  }, [box, prints]);
  return near;
}

function Stretch({ as, className, from, to, row }: StretchProps) {
  const box = useRef<HTMLDivElement>(null);
  const prints = from < PRINTED_AT_MOST * TOGETHER;
  const { isNear, height } = useNearness(box, from === 0, prints, (to - from) * ROW_GUESS);
  const List = as;
  return (
    <div ref={box} style={isNear ? undefined : { height }}>
      {isNear && (
        <List className={className}>
          {Array.from({ length: to - from }, (_, index) => row(from + index))}
        </List>
      )}
    </div>
  );
}

/**
 * A list of rows of any height. Where they are many, only stretches near what is in sight are in the page: a
 * sender may send a hundred thousand of them.
 */
export function NearRows({ as, className, count, row }: NearRowsProps) {
  const List = as;
  if (count <= TOGETHER)
    return <List className={className}>{Array.from({ length: count }, (_, index) => row(index))}</List>;
  return Array.from({ length: Math.ceil(count / TOGETHER) }, (_, index) => (
    <Stretch
      key={index}
      as={as}
      className={className}
      from={index * TOGETHER}
      to={Math.min(count, (index + 1) * TOGETHER)}
      row={row}
    />
  ));
}
