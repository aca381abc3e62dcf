import { useState } from 'react';

/** The one-time code of the address, which is taken out of the address at once so that it stays in no history. */
export function useCode(): string {
  const [code] = useState(() => new URLSearchParams(location.hash.slice(1)).get('code') ?? '');
  return code;
}
