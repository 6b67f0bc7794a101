/** Who is asked for what is missing of a saved paper, the first one first. */
export const fillingSources = ['huggingface', 'arxiv', 'crossref', 'openalex', 'dblp'] as const;
export type FillingSource = (typeof fillingSources)[number];

/** What came of asking one source: something, nothing, an answer for another paper, none; or it may not be asked. */
export const fillingOutcomes = ['told', 'unknown', 'other', 'failed', 'off'] as const;
export type FillingOutcome = (typeof fillingOutcomes)[number];
