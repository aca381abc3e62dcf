import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Failed } from './Failed';

/** A page that could not be made, within the frame, which stays. */
export function FailedRoute({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return <Failed error={error} isPage retry={retry} />;
}
