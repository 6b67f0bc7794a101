export const serversFolder: string;
export function serverFile(path: string): string | undefined;
export function serverLibraries(): string | undefined;
export function unpackServers(say?: (sentence: string) => void): void;
