type Control = HTMLElement & { readonly disabled?: boolean };

/**
 * Keeps the focus in a part of a page whose controls come and go: who pressed one with the keyboard goes on from there. Where
 * the control is gone, the part itself has the focus (it needs a `tabindex`); one that rested has it again when it does not.
 * @returns Ends it.
 */
export function keepFocusIn(part: HTMLElement): () => void {
  let last: Control | undefined;
  const isGone = (control: Control) => !control.isConnected || control.disabled;
  const onIn = ({ target }: FocusEvent) => {
    last = target === part ? undefined : (target as Control);
  };
  const onOut = ({ target }: FocusEvent) => {
    if (!isGone(target as Control)) last = undefined;
  };
  const observer = new MutationObserver(() => {
    if (!last || document.activeElement !== document.body) return;
    if (!last.isConnected) part.focus({ preventScroll: true });
    else if (!last.disabled) last.focus({ preventScroll: true });
  });
  part.addEventListener('focusin', onIn);
  part.addEventListener('focusout', onOut);
  observer.observe(part, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  return () => {
    part.removeEventListener('focusin', onIn);
    part.removeEventListener('focusout', onOut);
    observer.disconnect();
  };
}
