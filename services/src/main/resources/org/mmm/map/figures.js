// Figures, as people read them.

const UNITS = ["B", "kB", "MB", "GB", "TB"];

/** A number of whole things. */
export function count(number) {
  return number.toLocaleString("en");
}

/** One thing, or several. */
export function counted(number, one, several) {
  return `${count(number)} ${number === 1 ? one : several}`;
}

/** So often a second: with a decimal as long as it says something. */
export function rate(number) {
  return number >= 99.95 ? count(Math.round(number)) : number.toFixed(1);
}

/** Bytes, in steps of 1000. */
export function bytes(number) {
  let unit = 0;
  let rest = number;
  while (rest >= 999.5 && unit < UNITS.length - 1) {
    rest /= 1000;
    unit++;
  }
  return `${unit === 0 || rest >= 99.5 ? Math.round(rest) : rest.toFixed(1)} ${UNITS[unit]}`;
}
