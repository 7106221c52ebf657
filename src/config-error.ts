/**
 * A mistake of whoever runs the gateway, as opposed to one of a client or of WordPress.
 */

/** A value that is not one of those that a setting takes. The message names the flag or variable, the value and what is expected. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
