/** Formats citations after styles of the Citation Style Language; see https://citeproc-js.readthedocs.io/. */
declare module 'citeproc' {
  interface System {
    /** The XML of a locale, or `false` where there is none. */
    retrieveLocale(language: string): string | false;
    retrieveItem(id: string): object;
  }
  export class Engine {
    constructor(system: System, style: string, language?: string, force?: boolean);
    setOutputFormat(format: 'text' | 'html'): void;
    updateItems(ids: readonly string[]): void;
    makeBibliography(): readonly [object, readonly string[]] | false;
  }
}
