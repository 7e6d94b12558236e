/** Vite hands a file's text over when it is asked for `?raw`. */
declare module '*.csv?raw' {
  const text: string;
  export default text;
}
