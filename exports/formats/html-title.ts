import { escapeHtml } from '../share';

/**
 * A title as CSL and Zotero write it: plain text in which lowered and raised parts of simple formulas are `<sub>` and
 * `<sup>` (https://www.zotero.org/support/kb/rich_text_bibliography). Other formulas stay between dollars.
 */
export function htmlTitle(title: string): string {
  return title.replace(
    /(?<![\\$])\$([^$]+)\$(?!\$)/g,
    (whole, formula: string) => simple(formula.trim()) ?? whole,
  );
}

const greek: Readonly<Record<string, string>> = Object.fromEntries(
  'alpha=α beta=β gamma=γ delta=δ epsilon=ε varepsilon=ε zeta=ζ eta=η theta=θ iota=ι kappa=κ lambda=λ mu=μ nu=ν xi=ξ pi=π rho=ρ sigma=σ tau=τ upsilon=υ phi=φ varphi=φ chi=χ psi=ψ omega=ω Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ Xi=Ξ Pi=Π Sigma=Σ Phi=Φ Psi=Ψ Omega=Ω infty=∞ times=× to=→'
    .split(' ')
    .map((pair) => pair.split('=')),
);

/** Letters, digits, Greek, and one lowered or raised part each; anything else is left to TeX. */
function simple(formula: string): string | undefined {
  const text = formula.replace(/\\([A-Za-z]+)\s*/g, (whole, name: string) => greek[name] ?? whole);
  if (!/^(?:[\p{L}\p{N}+\-=×→∞ .,]|[_^](?:[\p{L}\p{N}+\-*]|\{[\p{L}\p{N}+\-* ]+\}))+$/u.test(text))
    return undefined;
  return escapeHtml(text).replace(
    /([_^])(?:\{([^}]+)\}|(.))/gu,
    (_, sign: string, braced?: string, single?: string) => {
      const tag = sign === '_' ? 'sub' : 'sup';
      return `<${tag}>${braced ?? single}</${tag}>`;
    },
  );
}
