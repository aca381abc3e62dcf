declare module '*.json?first' {
  const texts: Record<string, Record<string, string>>;
  export default texts;
}
declare module '*.json?more' {
  const texts: Record<string, Record<string, string>>;
  export default texts;
}
