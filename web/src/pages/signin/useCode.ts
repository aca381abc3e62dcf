import { useEffect, useState } from 'react';

const codeOfAddress = () => new URLSearchParams(location.hash.slice(1)).get('code') ?? '';

/** The one-time code of the address, also of a link that is opened in place of another. It is taken out of the address at once, so that it stays in no history. */
export function useCode(): string {
  const [code, setCode] = useState(codeOfAddress);
  useEffect(() => {
    const take = () => {
      const found = codeOfAddress();
      if (!found) return;
      setCode(found);
      history.replaceState(history.state, '', location.pathname + location.search);
    };
    take();
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, []);
  return code;
}
