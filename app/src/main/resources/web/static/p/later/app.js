// What the pages that are fetched later use of the app. The app is one file by then, so it hands itself over.
export const app = {};

/** Takes what the app gives. */
export function take(given) {
  Object.assign(app, given);
}
