import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Path of a Chromium that is there: CHROME_PATH, then `chromium` and `google-chrome` on the PATH; null when there is none. */
export function findChromium(env = process.env) {
  const named = env.CHROME_PATH;
  if (named) return isExecutable(named) ? named : null;
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
      if (folder && isExecutable(join(folder, name))) return join(folder, name);
    }
  }
  return null;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
