/** What the toolbar icon shows on tabs that have nothing of their own. */
export interface Badge {
  readonly text: string;
  readonly title: string;
}

interface ExtensionApi {
  action: {
    getBadgeText(details: object): Promise<string>;
    getTitle(details: object): Promise<string>;
  };
}

/** Reads the badge. Runs in a page of the extension. */
export async function readBadge(): Promise<Badge> {
  const scope = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
  const { action } = scope.browser ?? scope.chrome;
  return { text: await action.getBadgeText({}), title: await action.getTitle({}) };
}
