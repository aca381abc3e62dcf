const told = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

/** The nonce of this page's answer, for the style elements that components make. Empty where no server filled it in. */
export const nonce = told.startsWith('__') ? '' : told;
