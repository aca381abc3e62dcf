import { MantineProvider, localStorageColorSchemeManager, useMantineColorScheme } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { queryClient } from './api/queryClient';
import { router } from './routes/router';
import { usePreferences } from './state/preferences';
import { nonce } from './theme/nonce';
import { cssVariablesResolver, theme } from './theme/theme';

const schemes = localStorageColorSchemeManager({ key: 'espalier.scheme' });

/** The app with all that holds it together. */
export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto" colorSchemeManager={schemes} getStyleNonce={() => nonce}>
      <QueryClientProvider client={queryClient}>
        <Scheme />
        <Notifications position="bottom-left" limit={4} zIndex={400} containerWidth={420} />
        <RouterProvider router={router} />
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
