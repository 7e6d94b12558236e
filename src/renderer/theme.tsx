import {
  Button,
  Checkbox,
  createTheme,
  type MantineColorsTuple,
  MantineProvider,
  Modal,
  TextInput,
} from '@mantine/core';
import type { ReactNode } from 'react';

/** Mantine wants ten shades; the sixth and eighth are `--sea` and `--sea-deep` of tokens.css. */
const sea: MantineColorsTuple = [
  '#e4effa',
  '#cbdff3',
  '#9fc3e7',
  '#70a5da',
  '#4a8ccf',
  '#2973bd',
  '#0b57a4',
  '#094d91',
  '#08427d',
  '#06315d',
];

const theme = createTheme({
  colors: { sea },
  primaryColor: 'sea',
  primaryShade: 6,
  black: '#0f2438',
  fontFamily: 'var(--type)',
  fontFamilyMonospace: 'var(--type-mono)',
  defaultRadius: 'md',
  radius: { sm: '0.5rem', md: '0.625rem', lg: '0.875rem' },
  respectReducedMotion: true,
  components: {
    // A hand in a work glove needs 48 px: nothing smaller than `lg` is used.
    Button: Button.extend({ defaultProps: { size: 'lg' }, styles: { label: { fontWeight: 600 } } }),
    // Mantine's own grey and red under a field are too pale to be read at a gate.
    TextInput: TextInput.extend({
      defaultProps: { size: 'lg' },
      styles: { description: { color: 'var(--ink-soft)' }, error: { color: 'var(--bad-deep)' } },
    }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'lg' } }),
    // By name: these two are loaded with the screens that have them, not before the first.
    Textarea: { defaultProps: { size: 'lg' } },
    Select: { defaultProps: { size: 'lg' } },
    // The queue does not wait for an animation.
    Modal: Modal.extend({ defaultProps: { transitionProps: { duration: 0 }, centered: true, radius: 'lg' } }),
  },
});

/** One light theme: the booth stands in daylight. */
export function Theme({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider theme={theme} forceColorScheme="light">
      {children}
    </MantineProvider>
  );
}
