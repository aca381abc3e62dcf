import type { ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Failed } from './Failed';
import { Loading } from './Loading';

/** Shows what a query gave, and what to show until then or instead. Old data stays while new data is on its way. A whole page says so: its failure is then the page's heading. */
export function Answer<T>({ of, what, rows, isPage, children }: { of: UseQueryResult<T>; what?: string; rows?: number; isPage?: boolean; children: (data: T) => ReactNode }) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.isError) return <Failed error={of.error} what={what} isPage={isPage} retry={() => void of.refetch()} />;
  return <Loading rows={rows} />;
}
