/**
 * Tells by its name whether a file in a folder or an archive may hold papers. Pictures are passed over, and what
 * programs put there for themselves (`.obsidian`, `__MACOSX`).
 */
export function mayHoldPapers(name: string): boolean {
  if (name.endsWith('/') || /(?:^|\/)(?:\.|__MACOSX)/.test(name)) return false;
  return /\.(?:md|markdown|bib|bibtex|ris|json|csv|tsv|txt|html?|rdf|xml)$/i.test(name);
}
