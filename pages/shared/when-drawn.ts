import { effect } from '@preact/signals';

/**
 * Waits for what is drawn next.
 * @param drawn Reads it from signals; nothing while it is not there.
 * @param isMeant Reads from signals whether somebody still waits for it.
 * @returns It, as soon as it is there; nothing once nobody waits for it.
 */
export function whenDrawn<Drawn>(
  drawn: () => Drawn | undefined,
  isMeant: () => boolean,
): Promise<Drawn | undefined> {
  return new Promise((resolve) => {
    effect(function () {
      const [isWanted, there] = [isMeant(), drawn()];
      if (isWanted && there === undefined) return;
      this.dispose();
      resolve(isWanted ? there : undefined);
    });
  });
}
