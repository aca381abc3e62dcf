import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './errors';

/** Answers that another try will not change. */
const isFinal = (error: Error) => error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, gcTime: 300_000, retry: (times, error) => !isFinal(error) && times < 2, refetchOnWindowFocus: 'always' },
    mutations: { retry: false },
  },
});
