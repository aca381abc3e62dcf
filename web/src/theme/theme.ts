import { createTheme, type CSSVariablesResolver, type MantineColorsTuple, type VariantColorsResolver } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#EAF0FC', '#D3DFF8', '#A9C0F1', '#86A8FF', '#5F86E4', '#4370DA', '#2F5FD0', '#2750B4', '#204294', '#193473',
];

const tinted = (name: 'accent' | 'bad') => ({
  color: `var(--${name})`,
  soft: `var(--${name}-soft)`,
  on: `var(--on-${name})`,
});

/** Mantine's variants in our colours: they are variables, so light and dark need no second rule. */
const variantColorResolver: VariantColorsResolver = ({ color, variant }) => {
  const { color: base, soft, on } = tinted(color === 'bad' ? 'bad' : 'accent');
  const edge = 'calc(0.0625rem * var(--mantine-scale)) solid';
  switch (variant) {
    case 'filled':
      return { background: base, hover: `color-mix(in srgb, ${base} 88%, var(--ink))`, color: on, border: `${edge} transparent` };
    case 'light':
      return { background: soft, hover: `color-mix(in srgb, ${soft} 85%, ${base})`, color: base, border: `${edge} transparent` };
    case 'outline':
      return { background: 'transparent', hover: soft, color: base, border: `${edge} ${base}` };
    case 'default':
      return { background: 'var(--surface)', hover: 'var(--hover)', color: color === 'bad' ? base : 'var(--ink)', border: `${edge} var(--control-border)` };
    default:
      return {
        background: 'transparent', hover: 'var(--hover)', color: color === 'bad' ? base : color === 'accent' ? base : 'var(--ink-2)',
        border: `${edge} transparent`,
      };
  }
};

const inputSize = () => ({
  wrapper: {
    '--input-height': 'var(--control)', '--input-fz': '13px', '--input-padding-y': '0', '--input-bd': 'var(--control-border)', '--input-bd-focus': 'var(--accent)', '--input-bg': 'var(--surface)', '--input-color': 'var(--ink)',
    '--input-placeholder-color': 'var(--ink-3)', '--input-disabled-bg': 'var(--bg)', '--input-disabled-color': 'var(--ink-2)', '--input-section-color': 'var(--ink-3)',
  },
});
const plain = { size: 'sm', inputWrapperOrder: ['label', 'input', 'description', 'error'] as const };

export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent, bad: accent },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  fontSizes: { xs: '11px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '22px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  variantColorResolver,
  components: {
    Input: { vars: inputSize },
    InputWrapper: { vars: () => ({ label: { '--input-label-size': '13px' }, error: { '--input-error-size': '12px' }, description: { '--input-description-size': '12px' } }) },
    TextInput: { defaultProps: plain },
    PasswordInput: { defaultProps: plain },
    NumberInput: { defaultProps: plain },
    NativeSelect: { defaultProps: plain },
    Select: { defaultProps: { ...plain, checkIconPosition: 'right' } },
    TagsInput: { defaultProps: plain },
    MultiSelect: { defaultProps: plain },
    Autocomplete: { defaultProps: plain },
    Textarea: { defaultProps: plain },
    Button: { defaultProps: { size: 'sm' }, vars: (_: unknown, props: { size?: string }) => ({ root: { '--button-height': props.size === 'xs' ? 'var(--control-small)' : 'var(--control)', '--button-fz': '13px', '--button-padding-x': props.size === 'xs' ? '8px' : '12px' } }) },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'ink', size: 'md' }, vars: () => ({ root: { '--ai-size': 'var(--control-small)' } }) },
    ModalHeader: { defaultProps: { role: 'none' } },
    DrawerHeader: { defaultProps: { role: 'none' } },
    Drawer: { defaultProps: { padding: 'lg' } },
    Modal: { defaultProps: { radius: 'lg', padding: 'lg', centered: true, transitionProps: { duration: 120 }, overlayProps: { color: 'var(--veil)', backgroundOpacity: 1 } } },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, radius: 'md', transitionProps: { duration: 80 }, position: 'bottom-start', offset: 4 } },
    Popover: { defaultProps: { radius: 'md', transitionProps: { duration: 80 } } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, transitionProps: { duration: 80 }, events: { hover: true, focus: true, touch: false } } },
    Switch: { defaultProps: { size: 'sm' } },
    Checkbox: { defaultProps: { size: 'sm' }, vars: () => ({ root: { '--checkbox-size': '16px' } }) },
    Radio: { defaultProps: { size: 'sm' }, vars: () => ({ root: { '--radio-size': '16px' } }) },
  },
});

/** Mantine's own variables, said in ours. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-3)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--control-border)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-disabled': 'var(--bg)',
    '--mantine-color-disabled-color': 'var(--ink-3)',
    '--mantine-color-disabled-border': 'var(--hairline)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-filled-hover': 'var(--accent)',
    '--mantine-primary-color-light': 'var(--accent-soft)',
    '--mantine-primary-color-light-hover': 'var(--accent-soft)',
    '--mantine-primary-color-light-color': 'var(--accent)',
    '--mantine-primary-color-contrast': 'var(--on-accent)',
    '--mantine-color-accent-filled': 'var(--accent)',
  };
  return { variables: {}, light: both, dark: both };
};
