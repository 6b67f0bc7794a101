/**
 * Match patterns of the sites that have digests, for the page bar. They stand alone, so that a content
 * script that only needs to know where it runs carries none of the adapters.
 */
export const digestMatches: string[] = ['https://huggingface.co/papers*'];
