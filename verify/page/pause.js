// Pauses, so that a page with much to do still moves.

const SLICE = 40; // milliseconds of work between two pauses

let last = now();

function now() {
  return performance.now();
}

/** Lets the page breathe, if it has worked long enough since the last time. */
export async function pause() {
  if (now() - last < SLICE) return;
  await new Promise((resume) => setTimeout(resume, 0));
  last = now();
}
