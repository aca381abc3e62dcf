import { MantineProvider, localStorageColorSchemeManager, useMantineColorScheme } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { queryClient } from './api/queryClient';
import { router } from './routes/router';
import { usePreferences } from './state/preferences';
import { nonce } from './theme/nonce';
import { cssVariablesResolver, theme } from './theme/theme';
import { Toasts } from './ui/shell/Toasts';

const schemes = localStorageColorSchemeManager({ key: 'espalier.scheme' });

/** The app with all that holds it together. */
export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto" colorSchemeManager={schemes} getStyleNonce={() => nonce}>
      <QueryClientProvider client={queryClient}>
        <Scheme />
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** Hands the choice of light or dark to the components. */
function Scheme() {
  const scheme = usePreferences(preferences => preferences.scheme);
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => setColorScheme(scheme), [scheme, setColorScheme]);
  return null;
}
