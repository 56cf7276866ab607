// What the view "Play" keeps in this browser while it is closed: points of one's own, the inputs and the seeds.

const NAME = "play";
const MOST_SEED = 999999;
const MOST_POINTS = 1000;

export function keep(state) {
  try {
    localStorage.setItem(NAME, JSON.stringify(state));
  } catch {
    // A browser may keep nothing, or be full; the view works all the same.
  }
}

/** Returns what was kept, of which only what is valid, since anything may stand there. */
export function kept({ reach, kinds, allInputs }) {
  let state;
  try {
    state = JSON.parse(localStorage.getItem(NAME));
  } catch {
    // It is not ours.
  }
  const some = {};
  const take = (name, isValid) => {
    if (isValid(state?.[name])) {
      some[name] = state[name];
    }
  };
  const isInteger = (least, most) => (value) => Number.isInteger(value) && value >= least && value <= most;
  const isInPlane = (value) => typeof value === "number" && Math.abs(value) <= reach;
  const isPoint = (value) =>
    Array.isArray(value) && value.length === 3 && isInPlane(value[0]) && isInPlane(value[1]) && [0, 1].includes(value[2]);
  take("data", (value) => kinds.includes(value));
  take("dataSeed", isInteger(0, MOST_SEED));
  take("seed", isInteger(0, MOST_SEED));
  take("inputs", isInteger(1, allInputs));
  take("points", (value) => Array.isArray(value) && value.length <= MOST_POINTS && value.every(isPoint));
  take("names", (value) => Array.isArray(value) && value.length === 2 && value.every((name) => typeof name === "string"));
  return some;
}
