/** An expression with a suggestion in place of what it is for. */
export const withFix = (text: string, span: { readonly start: number; readonly end: number }, suggestion: string) => text.slice(0, span.start) + suggestion + text.slice(span.end);
