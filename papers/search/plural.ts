/** Words that end in "s" by themselves. */
const alike =
  /^(?:news|series|species|always|perhaps|lens|thus|plus|does)$|(?:ss|us|is|bias|atlas|canvas|alias|pandas|whereas|overseas|chaos|cosmos|ethos|kudos|ics)$/;
/** Plurals all the same: "GPUs" beside "opus", "APIs" beside "basis", "metrics" beside "physics". */
const unlike =
  /^(?:[b-df-hj-np-tv-z]pus|grus|ious|mcus|menus|[gr]elus|apis|clis|guis|kpis|pois|rois|mris|taxis)$|(?:metr|top|heurist|characterist|crit|rubr|clin|fabr|mosa|tact)ics$/;
/** The few plurals of three letters that are no abbreviations of their own, as "GPS" and "TTS" are. */
const short = /^(?:ais|ids|ips|kgs|dbs|pcs|prs|uis|vms)$/;

/**
 * Plurals of Latin, Greek and old English that the field uses: what both begin with, how the many end, and the one. Without
 * "leaves": in abstracts nearly all of them are verbs.
 */
const irregular =
  'ax es is,cris es is,thes es is,criteri a on,phenomen a on,automat a on,polyhedr a on,spectr a um,minim a um,maxim a um,' +
  'optim a um,extrem a um,moment a um,equilibri a um,curricul a um,strat a um,corp ora us,stimul i us,nucle i us,foc i us,' +
  'loc i us,radi i us,modul i us,formul ae a,antenn ae a,hal ves f,wol ves f,shel ves f,kni ves fe,qui zzes z';
const singulars = new Map<string, string>();
const starts = new Map<string, string>();
for (const one of irregular.split(',')) {
  const [start = '', many = '', few = ''] = one.split(' ');
  singulars.set(start + many, start + few);
  starts.set(start + few, start);
}

/**
 * What a word and its plural have in common, so that "model" and "models", "study" and "studies", "bias"
 * and "biases", "matrix" and "matrices" are one word. English only, by the plain rules of spelling;
 * nothing else is taken from a word: "early" and "earl", "modeling" and "model" are two.
 * @param word Folded; what is not written in letters a to z, behind digits perhaps ("8bits"), is its own key.
 */
export function pluralKey(word: string): string {
  const [digits = ''] = /^\d+(?=[a-z])/.exec(word) ?? [];
  if (digits) return digits + pluralKey(word.slice(digits.length));
  if (word.length < 4) return short.test(word) ? word.slice(0, -1) : word;
  if (!/^[a-z]+$/.test(word)) return word;
  const one = singular(word);
  if (one.length < 5) return one;
  // "phases" does not tell whether it is of "phase" or "phas", nor "movies" of "movie" or "movy".
  return one.replace(/(?<=s|ch)e$/, '').replace(/(?<=[^aeiou])ie$/, 'y');
}

/**
 * What all forms of a word begin with: the key itself, as a rule.
 * @param key See `pluralKey`.
 */
export function commonStart(key: string): string {
  if (key.length < 4) return key;
  return (
    starts.get(key) ??
    key.replace(/(?<=[^aeiou])y$|(?<=matr|append)ix$|(?<=ind|vert|vort|cort|cod|simpl)ex$/, '')
  );
}

function singular(word: string): string {
  const known = singulars.get(word);
  if (known !== undefined) return known;
  if (!word.endsWith('s')) return word;
  if (unlike.test(word)) return word.slice(0, -1);
  // "analysis" and "analyses"; of shorter words ("basis", "bases") too many others are alike.
  if (/.{4}sis$/.test(word)) return word.slice(0, -2);
  if (alike.test(word)) return word;
  if (/(?:matr|append)ices$/.test(word)) return `${word.slice(0, -3)}x`;
  if (/(?:ind|vert|vort|cort|cod|simpl)ices$/.test(word)) return `${word.slice(0, -4)}ex`;
  if (/.[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|zz|tz|sh|ch|(?:[rt]|ch)o|..[^s]s|^gas|^bus)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
