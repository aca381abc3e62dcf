/** What is known of a token's life. */
export interface TokenLife {
  readonly state: 'active' | 'notYetActive' | 'expired' | 'revoked';
  readonly startsAt: string;
  readonly endsAt: string;
  readonly lastUsedAt?: string;
  readonly rolledTo?: string;
}

export type TokenMark =
  | { readonly kind: 'active' | 'startsOn' | 'endsSoon' | 'replaced' | 'expired' | 'revoked'; readonly at?: string };

const day = 86_400_000;

/** What to say of a token: the state the server told, and of active ones also whether it is about to end. */
export function markOf(token: TokenLife, now: number): TokenMark {
  switch (token.state) {
    case 'revoked': return { kind: 'revoked' };
    case 'expired': return { kind: 'expired', at: token.endsAt };
    case 'notYetActive': return { kind: 'startsOn', at: token.startsAt };
    case 'active': {
      // The list may be some minutes old.
      const end = Date.parse(token.endsAt);
      if (end <= now) return { kind: 'expired', at: token.endsAt };
      if (token.rolledTo) return { kind: 'replaced', at: token.endsAt };
      return end - now < 14 * day ? { kind: 'endsSoon', at: token.endsAt } : { kind: 'active' };
    }
  }
}

export const isOver = (mark: TokenMark) => mark.kind === 'expired' || mark.kind === 'revoked';

/** A token that was used a short while ago has somebody who will miss it: taking it away needs a second thought. */
export const needsThought = (token: TokenLife, now: number) =>
  token.lastUsedAt !== undefined && now - Date.parse(token.lastUsedAt) < day;

/** The day so many days, or months, after another; the last of a month stays the last. */
export function dayAfter(start: string, step: { days?: number; years?: number }): string {
  const [year = 1970, month = 1, date = 1] = start.split('-').map(Number);
  const shifted = new Date(Date.UTC(year + (step.years ?? 0), month - 1, date + (step.days ?? 0)));
  if (step.years && shifted.getUTCMonth() !== month - 1) shifted.setUTCDate(0);
  return shifted.toISOString().slice(0, 10);
}
