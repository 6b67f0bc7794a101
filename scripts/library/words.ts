import { Random, Zipf } from './random';

const grammar =
  'the of and to a in we for is that with on our this are by as from an it which can be model models not at have than more their each while between these only both such over into without when across'.split(
    ' ',
  );

const field =
  'learning data training language method performance results tasks approach network neural large attention image based framework reasoning novel propose show state-of-the-art visual deep generation diffusion transformer tokens video representation policy optimization agents retrieval inference benchmark evaluation sampling reward context latent gradient semantic multimodal robust efficient scaling sparse alignment quantization robot embedding decoding pre-trained fine-tuning accuracy graph speech dataset memory domain zero-shot segmentation translation detection pose reconstruction manifold Bayesian entropy kernel encoder decoder adversarial privacy federated causal molecule protein planning navigation simulation retrieval-augmented tokenizer distillation pruning curriculum preference verifier rollout trajectory prompt hallucination calibration uncertainty'.split(
    ' ',
  );

const syllables =
  'ba con der el fi gra hy in jo kra lu mo ne or pli qua re sto tri u ver wi xa yo zen'.split(' ');

/** Rare words, made up: most words of a large corpus occur once or twice. */
function rareWords(count: number): string[] {
  const random = new Random(count);
  return Array.from({ length: count }, () => {
    const parts = Array.from(
      { length: random.between(2, 4) },
      () => syllables[random.bits() % syllables.length],
    );
    return parts.join('');
  });
}

/** Words of a script other than the Latin one, most frequent first, and what joins them. */
interface Script {
  readonly words: Zipf<string>;
  readonly glue: string;
}

function script(words: string, glue = ' '): Script {
  return { words: new Zipf(words.split(' ') as [string, ...string[]]), glue };
}

const scripts: readonly [Script, ...Script[]] = [
  script(
    '学习 模型 基于 大规模 语言 视觉 推理 注意力 图像 生成 强化 视频 多模态 高效 扩散 方法',
    '',
  ),
  script('大規模 言語 モデル における 学習 画像 生成 の 推論 と 強化 手法 効率 評価 データ', ''),
  script('نماذج لغوية التعلم العميق دراسة في فهم الصور توليد اللهجات العربية المعاصرة تقييم كبيرة'),
  script('обучение моделей языковых больших методы генерация изображений вывод рассуждение оценка'),
];

const latin = new Zipf([...grammar, ...field, ...rareWords(6000)] as [string, ...string[]]);
const content = new Zipf([...field, ...rareWords(2500)] as [string, ...string[]]);

/** Running text of about the given number of characters, in sentences. */
export function prose(random: Random, length: number): string {
  const sentences: string[] = [];
  for (let size = 0; size < length; ) {
    const words = Array.from({ length: random.between(11, 27) }, () => latin.pick(random));
    const sentence = `${capital(words.join(' '))}.`;
    sentences.push(sentence);
    size += sentence.length + 1;
  }
  return sentences.join(' ');
}

/** A title; one in ten is in another script than the Latin one. */
export function title(random: Random): string {
  if (random.chance(0.1)) {
    const { words, glue } = random.pick(scripts);
    return Array.from({ length: random.between(5, 11) }, () => words.pick(random)).join(glue);
  }
  const words = Array.from({ length: random.between(4, 12) }, () => capital(content.pick(random)));
  return random.chance(0.4)
    ? `${words[0]}${random.between(2, 9)}: ${words.slice(1).join(' ')}`
    : words.join(' ');
}

/** Some of the field's own words, in lower case. */
export function keywords(random: Random, count: number): string[] {
  return Array.from({ length: count }, () => content.pick(random).toLowerCase());
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
