declare module '@citation-js/core' {
  /** The registry of formats; see https://citation.js.org/api/. */
  export const plugins: {
    readonly input: {
      chain(data: unknown, options: { target: string; generateGraph: boolean }): unknown;
    };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
