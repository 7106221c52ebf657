/**
 * What the surroundings of the program say of its use. The one rule for the command and the library, and the only place besides
 * the command that looks at the process.
 */

/** Whether the program serves the public: what helps those who write queries is then off, unless a setting says otherwise. */
export function isProduction(): boolean {
  return process.env.NODE_ENV === 'production';
}
