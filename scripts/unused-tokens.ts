import type { CSSOptions } from 'vite';

type Plugins = NonNullable<Exclude<CSSOptions['postcss'], string | undefined>['plugins']>;

/**
 * Takes the custom properties out of a style sheet that nothing in it uses. The sheet of a control is in each card's
 * shadow root, and of all tokens it uses half.
 */
export const dropUnusedTokens: Plugins[number] = {
  postcssPlugin: 'offprint:unused-tokens',
  OnceExit(root) {
    const used = new Set<string>();
    root.walkDecls(({ value }) => {
      for (const [, name = ''] of value.matchAll(/var\((--[\w-]+)/g)) used.add(name);
    });
    root.walkDecls(/^--/, (declaration) => {
      if (!used.has(declaration.prop)) declaration.remove();
    });
    root.walkRules((rule) => {
      if (rule.nodes.length === 0) rule.remove();
    });
  },
};
