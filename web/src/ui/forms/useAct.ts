import { useMutation, type QueryKey } from '@tanstack/react-query';
import { queryClient } from '@/api/queryClient';
import { toast } from '../toast';

interface Act<In, Out> {
  /** What becomes out of date. */
  stale?: QueryKey[] | ((input: In) => QueryKey[]);
  /** The sentence that tells of success. */
  done?: string | ((result: Out, input: In) => string);
  then?: (result: Out, input: In) => void;
  /** Whether the form itself shows what went wrong. */
  ownErrors?: boolean;
}

/** Something that changes the server's data. */
export function useAct<In, Out>(run: (input: In) => Promise<Out>, act: Act<In, Out> = {}) {
  return useMutation({
    mutationFn: run,
    onSuccess: async (result, input) => {
      const stale = typeof act.stale === 'function' ? act.stale(input) : act.stale ?? [];
      await Promise.all(stale.map(queryKey => queryClient.invalidateQueries({ queryKey })));
      const sentence = typeof act.done === 'function' ? act.done(result, input) : act.done;
      if (sentence) toast.good(sentence);
      act.then?.(result, input);
    },
    onError: error => {
      if (!act.ownErrors) toast.failed(error);
    },
  });
}
