import { useRef, useState } from 'preact/hooks';

/**
 * A list that the reader changes faster than the store answers: while a change is under way the
 * reader's own list is shown, and then again the stored one.
 * @param change Takes the list, and the one that was shown before it.
 */
export function useOwnUntilSettled(
  stored: readonly string[],
  change: (list: readonly string[], before: readonly string[]) => Promise<void>,
): [readonly string[], (list: readonly string[]) => void] {
  const [own, setOwn] = useState<readonly string[] | undefined>(undefined);
  const underWay = useRef(0);
  const set = (list: readonly string[]) => {
    setOwn(list);
    underWay.current += 1;
    change(list, own ?? stored).finally(() => {
      underWay.current -= 1;
      if (underWay.current === 0) setOwn(undefined);
    });
  };
  return [own ?? stored, set];
}
