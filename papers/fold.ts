/**
 * Latin letters that no normal form takes apart, behind the plain letters that they are taken for: letters
 * with strokes, hooks and bars, ligatures, dotless and small-capital letters. By the names that Unicode 17
 * gives them ("LATIN SMALL LETTER L WITH STROKE"), and eth, thorn, eng, schwa and the open letters by custom.
 */
const variants =
  'aɐɑᴀᶏⱥꞻꬱ aaꜳ aeæᴁꞛ aoꜵ auꜷ avꜹꜻ ayꜽ bƅƀƃɓʙᴃᵬᶀꞗ cƈȼɕᴄꜿꞓꞔ dðđƌȡɖɗᴅᴆᵭᶁᶑẟꝺꟈ dbȸ dzʣʤ ' +
  'eǝɇɘəɚɛᴇᶒⱸⱻꬲꬳꬴ fƒᵮᶂꜰꝼꞙꟻꬵ gǥɠɡɢɣʛᵹᶃꞡꟑꬶ hħɦʜⱨꞕ hvƕ iıɨɩɪᵻᶖꞽꟾ jȷɉɟʄʝᴊ kĸƙᴋᶄⱪꝁꝃꝅꞣ ' +
  'lƛłƚȴɫɬɭʟᴌᶅⱡꝇꝉꞎꬷꬸꬹ llỻ lsʪ lzʫ mɯɱᴍᵯᶆꬺ nƞȵɲɳɴᴎᵰᶇꞑꞥꬻ ngŋ oøɔɵɷᴏⱺꝋꝍꟁꬽꬾ oeœɶꞝ oiƣ ooꝏ ouȣ ' +
  'pƥᴘᵱᵽᶈꝑꝓꝕꟼ qɋʠꝗꝙꞯ qpȹ rɍɼɽɾɿʀᴙᵲᵳᶉꝛꞃꞧꭅꭆꭇꭉꭋꭌ sƨƪȿʂʃᵴᶊẜẝꜱꞅꞩꟊꟗꟙ ssß tŧƫƭȶʈᴛᵵⱦꞇ tcʨ thþᵺꝥꝧ ' +
  'tsʦʧ tzꜩ uʉʊᴜᵾᶙꞹꞿꭎꭏꭒ ueᵫꞟ vʋᴠᶌỽⱱⱴꝟ vyꝡ wƿᴡⱳꟃ xᶍꭖꭗꭘꭙ yƴȝɏʏỿꭚ zƹƺƶȥɀʐʑʒᴢᵶᶎⱬ';

const plainLetters = new Map<string, string>();
for (const group of variants.split(' ')) {
  const [plain = ''] = /^[a-z]+/.exec(group) ?? [];
  for (const letter of group.slice(plain.length)) plainLetters.set(letter, plain);
}

const known = new Map<string, string>();

/**
 * Folds one character: compatibility forms are taken apart, accents, case and what has no width are
 * gone, and every Latin letter is one of a to z, or several.
 * @returns An empty string for a character that is nothing by itself.
 */
export function foldCharacter(character: string): string {
  const found = known.get(character);
  if (found !== undefined) return found;
  const small = bare(bare(character).toLowerCase());
  const folded = [...small].map((letter) => plainLetters.get(letter) ?? letter).join('');
  const result = folded.replaceAll('ς', 'σ');
  known.set(character, result);
  return result;
}

/**
 * Folds a text for comparison, as search and rules do: "Łukasz" and "lukasz", "Ångström" and
 * "angstrom", full-width "ＡＩ" and "ai" become the same. Folding twice changes nothing.
 */
export function fold(text: string): string {
  if (/^[\n -~]*$/.test(text)) return text.toLowerCase();
  return Array.from(text, foldCharacter).join('');
}

/**
 * Without marks, and without what is no letter by itself: soft hyphens, joiners, "™", apostrophes that
 * are letters ("Hawaiʻi") and the dot of "ŀ".
 */
function bare(text: string): string {
  const apart = text.replace(/[™℠]/g, '').normalize('NFKD');
  return apart.replace(/[\p{M}\p{Cf}ʹ-ˁ]+|(?<=[lL])·/gu, '');
}
