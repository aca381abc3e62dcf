import { useMutation, type MutateOptions, type QueryKey } from '@tanstack/react-query';
import { useRef } from 'react';
import { queryClient } from '@/api/queryClient';
import { toast } from '../toast';

interface Act<In, Out> {
  /** What becomes out of date. */
  stale?: QueryKey[] | ((input: In) => QueryKey[]);
  /** The sentence that tells of success; nothing is told without one. */
  done?: string | ((result: Out, input: In) => string | undefined);
  /** What comes next. The act is under way until that is done, too. */
  then?: (result: Out, input: In) => unknown;
  /** Whether the form itself shows what went wrong. */
  ownErrors?: boolean;
  /** Whether the same may be asked for again while it is under way. Else it is a second press of the button, and ignored. */
  repeats?: boolean;
}

/** Something that changes the server's data. */
export function useAct<In, Out>(run: (input: In) => Promise<Out>, act: Act<In, Out> = {}) {
  // No state: a second click comes before anything is drawn anew.
  const running = useRef(new Set<string | undefined>());
  const mutation = useMutation({
    mutationFn: run,
    onSuccess: async (result, input) => {
      const stale = typeof act.stale === 'function' ? act.stale(input) : act.stale ?? [];
      await Promise.all(stale.map(queryKey => queryClient.invalidateQueries({ queryKey })));
      const sentence = typeof act.done === 'function' ? act.done(result, input) : act.done;
      if (sentence) toast.good(sentence);
      await act.then?.(result, input);
    },
    onError: error => {
      if (!act.ownErrors) toast.failed(error);
    },
    onSettled: (_result, _error, input) => void running.current.delete(JSON.stringify(input)),
  });
  const mutate = (input: In, options?: MutateOptions<Out, Error, In>) => {
    const key = JSON.stringify(input) as string | undefined;
    if (!act.repeats && running.current.has(key)) return;
    running.current.add(key);
    mutation.mutate(input, options);
  };
  return { ...mutation, mutate };
}
