const written =
  'αalpha βbeta γgamma δdelta εepsilon ζzeta ηeta θtheta ιiota κkappa λlambda μmu νnu ξxi οomicron πpi ρrho σsigma τtau υupsilon φphi χchi ψpsi ωomega ∆delta ∞infinity ' +
  '∇nabla ∂partial √sqrt ⊕oplus ⊗otimes ⊙odot ∀forall ∃exists ∅emptyset';

/** The names of Greek letters, and of other signs that stand in names, by their signs. */
export const greekNames: ReadonlyMap<string, string> = new Map(
  written.split(' ').map((one) => [one.charAt(0), one.slice(1)]),
);

/** The signs of Greek letters by their names, as LaTeX and HTML have them. */
export const greekSigns: ReadonlyMap<string, string> = new Map(
  [...greekNames].map(([sign, name]) => [name, sign]),
);

/** So many Greek letters side by side are signs; more are a word in Greek. */
export const mostSigns = 2;
