import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quote } from '../../../papers/query/scan';
import { quick } from '../../support/property';
import { scoreOf } from '../../support/words';

const finds = (query: string, title: string) => scoreOf(query, { title }) > 0;

/** Spellings of one name: each of them, as a word or a phrase, finds a title with any other. */
const same: readonly (readonly string[])[] = [
  [
    'pretraining',
    'pre-training',
    'pre training',
    'Pre–training',
    'PRE\u2011TRAINING',
    'pre_training',
  ],
  ['gpt4', 'GPT-4', 'GPT 4', 'GPT\u20114', 'gpt_4', 'Gpt\u00a04', 'GPT–4', 'GPT/4'],
  ['llama3', 'Llama 3', 'LLaMA-3'],
  ['llama3.1', 'Llama 3.1', 'LLaMA-3.1', 'llama 3 1'],
  ['timeseries', 'time series', 'Time-Series'],
  ['deepseek v3', 'DeepSeek-V3', 'Deep Seek V3', 'deepseekv3'],
  ['chatgpt', 'Chat GPT', 'Chat-GPT'],
  ['3d', '3-D', '3 D', '3D'],
  ['t5', 'T-5', 'T 5'],
  ['vitb16', 'ViT-B/16', 'ViT B 16', 'vit-b16'],
  ['qwen2vl', 'Qwen2-VL', 'Qwen 2 VL'],
  ['stateoftheart', 'state of the art', 'State-of-the-Art'],
  ['tsne', 't-SNE'],
  ['nodejs', 'node.js', 'Node JS'],
  ['retraining', '(re)training', 're-training'],
  ['obrien', "O'Brien", 'O’Brien', 'O Brien'],
  ['VGG-T3', 'VGG-T$^3$', 'VGG-T³', 'vggt3', 'VGG T 3', 'VGG-T<sup>3</sup>', 'VGG-T$^{3}$'],
  ['H2O', 'H₂O', 'H$_2$O', 'H$_{2}$O', 'H<sub>2</sub>O', 'h-2-o', 'H\\textsubscript{2}O'],
  ['pi0', 'π0', 'π₀', '$\\pi_0$', '$\\pi_{0}$', 'pi-0', 'PI 0', '&pi;0', 'Π0', '𝜋0'],
  ['beta-vae', 'β-VAE', '$\\beta$-VAE', 'betavae', 'Beta VAE', 'βVAE'],
  ['tau-bench', 'τ-bench', '$\\tau$-Bench', 'tau bench'],
  ['alpha-beta-crown', 'αβ-CROWN', '$\\alpha\\beta$-CROWN', '$\\alpha,\\!\\beta$-CROWN'],
  ['infinity bench', '∞-Bench', '$\\infty$-Bench', '∞Bench', 'InfinityBench'],
  ['epsilon greedy', 'ε-greedy', 'ϵ-greedy', '$\\varepsilon$-greedy', '$\\epsilon$-greedy'],
  ['schrodinger', 'Schrödinger', 'Schr\\"{o}dinger', 'Schr\\"odinger', 'Schr&ouml;dinger'],
  ['erdos', 'Erdős', 'Erd\\H{o}s', 'Erd\\H os', 'Erd&#337;s', 'Erdo\u030bs'],
  ['poincare', 'Poincaré', "Poincar\\'e", "Poincar\\'{e}", "Poincar{\\'e}", 'Poincar&eacute;'],
  ['soren', 'Søren', 'S{\\o}ren', 'S\\o{}ren', 'S\\o ren', 'S&oslash;ren', 'S&#xF8;ren'],
  ['cooperation', 'co\u00adoperation', 'co\u200boperation', 'coöperation', '\ufeffcooperation'],
  ['c++', 'C++', 'C$^{++}$', 'Ｃ＋＋', 'C\\texttt{++}', 'C{++}'],
  ['c#', 'C#', 'C\\#', 'C♯'],
  ['.net', '.NET'],
  ['asp.net', 'ASP.NET', 'ASP .NET'],
  ['d* lite', 'D*Lite', 'D* Lite', 'D$^*$ Lite', 'd*lite'],
  ['pi*0.6', 'π*0.6', '$\\pi^*_{0.6}$', '$\\pi^{*}_{0.6}$', 'π*₀.₆'],
  ['nabla prox', '∇-Prox', '$\\nabla$-Prox', '∇Prox'],
  ['partialpv', '∂PV', '$\\partial$PV', '&part;PV'],
  ['1000 layers', '1,000 Layers', '1000-layer'],
  ['mixtral 8x7b', 'Mixtral 8×7B', 'Mixtral $8\\times7$B', 'Mixtral-8x7B'],
  ['10x faster', '10× faster', '10$\\times$ faster', '10X Faster'],
  ['16x16', '16×16', '16 × 16', '16 x 16', '$16\\times16$'],
  ['dall-e', 'DALL·E', 'DALL•E', 'dalle', 'DALL E'],
  ['rrt*', 'RRT*', 'RRT$^*$', 'RRT\\textsuperscript{*}', 'RRT<sup>*</sup>', 'RRT⋆'],
  ['co2', 'CO₂', 'CO$_2$', '\\ce{CO2}'],
  ['a*', 'A*', 'A$^*$', '$A^*$', '$A^\\star$', '$\\mathrm{A}^{\\ast}$', 'A∗'],
  ['world models', 'World Model', 'world-models', 'WORLD MODELS', 'worldmodels', 'World-Model'],
  ['policies', 'policy', 'Policy'],
  ['大模型', '大 模型', '大\u200b模型'],
  ['llms', 'LLM', 'LLMs'],
];
const pairs = same.flatMap((all) =>
  all.flatMap((one) => all.filter((other) => other !== one).map((other) => [one, other] as const)),
);

describe('a name is found however it is spelled', () => {
  it.each(pairs)('%s finds %s', (query, title) => {
    const typed = /^[-.]?\S*$/.test(query) && !query.includes('"') ? [query] : [];
    for (const one of [...typed, quote(query)]) {
      expect(finds(one, `On ${title}`), one).toBe(true);
      expect(finds(one, `On ${title} and more`), one).toBe(true);
      expect(finds(one, `Nothing of it`), one).toBe(false);
    }
  });

  it.each([
    ['pre training', 'Pretraining'],
    ['chat gpt 4', 'ChatGPT-4'],
    ['llama 3 8b', 'Llama3-8B'],
    ['4 gpt', 'GPT4'],
    ['deep seek', 'DeepSeek'],
    ['multi modal models', 'Multimodal model'],
  ])('words typed apart: %s finds %s', (query, title) => {
    expect(finds(query, title)).toBe(true);
  });
});

describe('what is another word is not found', () => {
  it.each([
    ['c++', 'C code'],
    ['c++', 'Compilers for C'],
    ['c++', 'A C+B mix'],
    ['net', 'ResNet'],
    ['d*', 'A d*e* b'],
    ['"100"', '1,000 layers'],
    ['000', '1,000 layers'],
    ['c#', 'C code'],
    ['f#', 'F1 score'],
    ['.net', 'Network, internet'],
    ['a*', 'A star, a search'],
    ['a*', 'Abstract'],
    ['"c"', 'C++ for all'],
    ['"earl"', 'Early exits'],
    ['fusion', 'Diffusion'],
    ['int', 'In the wild'],
    ['format', 'Networks for mathematics'],
    ['inform', 'Models in formal languages'],
    ['along', 'A long context'],
    ['35', 'GPT-3.5'],
    ['gpt35', 'GPT-3.5'],
    ['3.5', 'Step 35'],
    ['106', 'A cost of 10⁶'],
    ['models', 'Modeling'],
    ['"model"', 'Modeling'],
    ['π', 'Pixels'],
    ['pre training', 'A preprint, untrained'],
    ['ren', 'S{\\o}ren'],
  ])('%s in %s', (query, title) => {
    expect(finds(query, title)).toBe(false);
  });

  it('while a word is typed, its beginnings are found, and words spelled so stand higher', () => {
    for (const typed of ['p', 'pr', 'pre', 'pret', 'pretrain', 'pretrainin', 'pretraining'])
      expect(finds(typed, 'Pre-training'), typed).toBe(true);
    const titles = ['A gate', 'All gates', 'A gated', 'A ga te'];
    const [exact, plural, begun, joined] = titles.map((title) => scoreOf('gate', { title }));
    expect(exact).toBeGreaterThan(plural ?? 0);
    expect(exact).toBeGreaterThan(begun ?? 0);
    expect(exact).toBeGreaterThan(joined ?? 0);
  });
});

describe('a title', () => {
  const words = [
    ...[
      'Pre-training',
      'GPT-4',
      'C++',
      'A*',
      '$\\pi_0$',
      'H₂O',
      'β-VAE',
      'Łukasz',
      'models',
      '.NET',
    ],
    ...[
      '3D',
      'Gaussian',
      'of',
      'the',
      'a',
      '(re)training',
      'Schr\\"{o}dinger',
      '模型',
      '🔥',
      'node.js',
    ],
    ...[
      '{BERT}:',
      'LLMs,',
      'what?',
      '—',
      '\\textbf{X}',
      '100%',
      '$5',
      'Q&A',
      'it’s',
      '“so”',
      'Σ',
      'és',
    ],
  ] as const;
  const title = fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 })
    .filter((all) => all.some((word) => /[a-zA-Z0-9]/.test(word)));

  it('finds its own paper, whole and word by word', () => {
    fc.assert(
      fc.property(title, (all) => {
        const whole = all.join(' ');
        expect(finds(quote(whole), whole)).toBe(true);
        for (const word of all.filter((one) => /[\p{L}\p{N}]/u.test(one) && !/["“]/.test(one)))
          expect(finds(word, whole), word).toBe(true);
      }),
      quick,
    );
  });

  it('is found whatever hyphens and invisible characters stand between the parts of its words', () => {
    const part = fc.stringMatching(/^[bcdfgklmnprtv][aeiou][a-z]{2,6}$/);
    const joints = fc.constantFrom('', '-', ' ', '\u2011', '–', '_', '\u00ad', '\u200b', '-\u200b');
    const name = fc.array(part, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(name, fc.array(joints, { minLength: 6, maxLength: 6 }), (parts, between) => {
        const spelled = (from: number) =>
          parts.map((one, at) => (at ? (between[(from + at) % 6] ?? '') : '') + one).join('');
        expect(finds(quote(spelled(0)), `On ${spelled(3)} now`)).toBe(true);
      }),
      quick,
    );
  });
});
